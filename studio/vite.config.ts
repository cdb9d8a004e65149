import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// The server fills in base and nonce; the development server stands at the root and has no policy.
const places: Plugin = { name: 'quire-places', apply: 'serve', transformIndexHtml: html => html.replace('%QUIRE_BASE%', '/').replace('%QUIRE_NONCE%', '') }

// The page starts the small first script before it loads the large one.
const boot: Plugin = {
  name: 'quire-boot',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const file = Object.values(bundle ?? {}).find(part => part.type === 'chunk' && part.name === 'boot')
      return [{ tag: 'script', attrs: { type: 'module', async: true, fetchpriority: 'high', src: `./${file!.fileName}` }, injectTo: 'head' }]
    },
  },
}

export default defineConfig({
  base: './',
  plugins: [react(), places, boot],
  build: {
    target: 'es2023',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: { input: { index: 'index.html', boot: 'src/boot.ts' } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7440' } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
})
