import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** `pnpm --filter @milepost/ui gallery` serves the gallery. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  server: { host: '127.0.0.1', fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] } },
});
