import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The workspace is served under /app; while developing, everything else comes from the server on port 3000. */
export default defineConfig({
  root: 'src/web',
  base: '/app/',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  server: { port: 5173, proxy: { '^/(?!app)': 'http://127.0.0.1:3000' } },
});
