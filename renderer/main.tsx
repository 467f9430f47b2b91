import '../shared/lib/schema'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { Connected } from './Connected'
import { hostClock } from './host-clock'
import { openLoopback } from './loopback-wire'
import { LostNotice } from './shell/LostNotice'
import { NoSession } from './shell/NoSession'
import { watchWire } from './shell/watch-wire'
import type { Wire } from './wire'

const page = document.getElementById('root')
if (!page) throw new Error('The page has no place for the window.')

const way = window.kept ?? (await openLoopback(window))
createRoot(page).render(way ? windowOver(way) : <NoSession />)

/** The window over its way to the host. Its clock starts with the first answer; nothing shows a time before. */
function windowOver(way: Wire) {
  const wire = watchWire(way)
  return (
    <Connected connection={{ wire, clock: hostClock(0) }}>
      <App />
      <LostNotice wire={wire} />
    </Connected>
  )
}
