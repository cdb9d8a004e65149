import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { nonce } from './lib/base'
import './lib/theme'
import './styles/tokens.css'
import './styles/base.css'
import './styles/parts.css'
import './styles/overlays.css'
import './styles/shell.css'

// The overlays put a style into the page; the policy lets it in by this nonce alone.
setNonce(nonce)
createRoot(document.getElementById('root')!).render(<App />)
