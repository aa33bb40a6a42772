import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The server that `npm run dev` talks to; the built program is always served by the server itself.
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // Chromium 100 is the oldest engine among the domestic browsers this program promises to run in.
    target: 'chrome100',
    chunkSizeWarningLimit: 1200,
    manifest: true,
  },
  server: { proxy: { '/api': server, '/live': { target: server, ws: true } } },
  test: { environment: 'jsdom', setupFiles: ['src/testing.ts'], restoreMocks: true, testTimeout: 10_000 },
});
