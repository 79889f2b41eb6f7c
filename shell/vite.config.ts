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
              // Small things that most cards draw.
              name: 'cards',
              test: /ui.src.elements.(badge|progress|chart.sparkline|chart.scale)/,
            },
            {
              // The first page and what it reads; other pages share some of it.
              name: 'home',
              test: /shell.src.(pages.(home|page-element)|data.(compare|home-figures|scope-filter))/,
            },
            {
              name: 'core',
              // Before the others, which would take what they share with it.
              priority: 1,
              test: /node_modules.(\.pnpm.)?(lit|@lit|@module-federation|single-spa)|packages.(sdk|runtime|calendar).src|ui.src.(base|tokens|icons|format|locale|registry|ui-elements|first-paint|elements.(button|card|figure|icon|page|state))/,
            },
          ],
        },
      },
    },
  },
});
