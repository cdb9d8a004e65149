// Where the Studio stands. Every URL is built from the page's base, so that it works under any prefix and behind any proxy.
const url = new URL(document.baseURI)

/** The folder of the Studio, without a slash at its end: '' at the root. */
export const mount = url.pathname.replace(/\/$/, '')

/** The origin and folder that requests go to, without a slash at its end. */
export const root = url.origin + mount

/** The nonce of this page, for styles that scripts make. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="quire-nonce"]')?.content ?? ''

/** A key of the browser's storage; the origin may belong to others, too. */
export const storageKey = (name: string) => `quire:${mount}:${name}`
