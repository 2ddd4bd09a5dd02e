import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the page is served by Vite. */
const api = process.env.SLUICE_API_URL ?? 'http://127.0.0.1:4000';
const toApi = { target: api, changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The same parser, made for browsers.
  resolve: { alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' } },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 900 },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { ...toApi, ws: true },
      '/api': toApi,
      '/healthz': toApi,
      '/readyz': toApi,
    },
  },
});
