import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// The server fills in base and nonce; the development server stands at the root and has no policy.
const places = { name: 'quire-places', apply: 'serve' as const, transformIndexHtml: (html: string) => html.replace('%QUIRE_BASE%', '/').replace('%QUIRE_NONCE%', '') }

export default defineConfig({
  base: './',
  plugins: [react(), places],
  build: { target: 'es2023', sourcemap: false, modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false },
  server: { proxy: { '/api': 'http://127.0.0.1:7440' } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
})
