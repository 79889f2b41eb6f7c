import { defineConfig } from 'vite';

// The portal root. The gateway serves `dist` at `/` and puts a fresh nonce in place of {{nonce}} in index.html; the
// entry script loads the rest, which `strict-dynamic` allows.
export default defineConfig({
  html: { cspNonce: '{{nonce}}' },
  oxc: {
    decorator: { legacy: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
    assumptions: { setPublicClassFields: true },
  },
  build: {
    target: 'es2022',
    assetsDir: 'assets',
    // Chunks are preloaded as they are imported; the polyfill would only add bytes.
    modulePreload: { polyfill: false },
    cssMinify: true,
    reportCompressedSize: true,
  },
});
