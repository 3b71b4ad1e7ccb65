import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const OUT = 'dist/web';

/** Writes each file that is worth it once more, compressed, so that serving it costs nothing. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(OUT, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|html)$/.test(name)) continue;
        const path = join(OUT, name);
        const content = readFileSync(path);
        writeFileSync(`${path}.gz`, gzipSync(content));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
      }
    },
  };
}

/** The workspace is served under /app; while developing, everything else comes from the server on port 3000. */
export default defineConfig({
  root: 'src/web',
  base: '/app/',
  plugins: [react(), compressed()],
  build: { outDir: `../../${OUT}`, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  server: { port: 5173, proxy: { '^/(?!app)': 'http://127.0.0.1:3000' } },
});
