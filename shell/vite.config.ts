import { defineConfig } from 'vite';
import { runtimeDefines } from '@milepost/runtime/vite-defines';

// The portal root. The gateway serves `dist` at `/` and puts a fresh nonce on every script of index.html; the entry
// script loads the rest, which `strict-dynamic` allows.
export default defineConfig({
  define: runtimeDefines,
  oxc: {
    decorator: { legacy: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  build: {
    target: 'es2022',
    // Chunks are preloaded as they are imported; the polyfill would only add bytes.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs comes in one file beside the entry, instead of a file for each thing that is shared.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /node_modules.(\.pnpm.)?(lit|@lit|@module-federation|single-spa)|packages.(sdk|runtime|calendar).src|ui.src.(base|tokens|icons|format|locale|registry|ui-elements|first-paint|elements.(button|card|figure|icon|page|state))/,
            },
          ],
        },
      },
    },
  },
});
