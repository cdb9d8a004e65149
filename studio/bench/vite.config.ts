import { defineConfig } from 'vite'

// Bundled with the Studio's own packages, so that both sides are the same versions.
export default defineConfig({
  build: {
    target: 'es2023',
    outDir: '../artifacts/bench/bare',
    emptyOutDir: true,
    rollupOptions: { input: { keys: 'bench/keys.ts', rows: 'bench/rows.tsx' }, output: { entryFileNames: '[name].js' } },
  },
})
