import '../shared/lib/schema'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { Connected } from './Connected'
import { hostClock } from './host-clock'
import { openLoopback } from './loopback-wire'
import { NoSession } from './shell/NoSession'
import type { Wire } from './wire'

const page = document.getElementById('root')
if (!page) throw new Error('The page has no place for the window.')

const wire = window.kept ?? (await openLoopback(window))
createRoot(page).render(wire ? windowOver(wire) : <NoSession />)

/** The window over its way to the host. Its clock starts with the first answer; nothing shows a time before. */
function windowOver(way: Wire) {
  return (
    <Connected connection={{ wire: way, clock: hostClock(0) }}>
      <App />
    </Connected>
  )
}
