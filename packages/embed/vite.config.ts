import { defineConfig } from 'vite';
import { runtimeDefines } from '@milepost/runtime/vite-defines';

// Two entries. The gateway serves `dist/embed.js` at /embed.js, `dist/embed/…` at /embed/…, and `dist/frame.html` at
// /embed/frame with a nonce on its scripts.
export default defineConfig({
  experimental: {
    // The frame's page has an address of its own; scripts find each other beside themselves, whatever the origin.
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `/${file}` : { relative: true }),
  },
  define: runtimeDefines,
  oxc: {
    decorator: { legacy: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  build: {
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { embed: 'src/embed.ts', frame: 'frame.html' },
      output: {
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'embed/assets/[name]-[hash].js'),
        chunkFileNames: 'embed/assets/[name]-[hash].js',
        // What every widget needs comes in one file; the loader itself must not reach into it.
        codeSplitting: {
          groups: [
            { name: 'loading', test: /preload-helper|rolldown.runtime/, priority: 10 },
            {
              name: 'core',
              test: /node_modules.(\.pnpm.)?(lit|@lit|@module-federation)|packages.(sdk|runtime).src|ui.src.(base|tokens|icons|format|locale|registry|ui-elements)/,
            },
          ],
        },
        assetFileNames: 'embed/assets/[name]-[hash][extname]',
      },
    },
  },
});
