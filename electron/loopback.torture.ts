import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { readOptions } from './options'
import { serve } from './serve'

/*
 * Kept with its sample business, served from a process of its own, for the test that floods it: prints its link, and
 * for every line it is sent how it is.
 */

/** How the process is: memory in use, in bytes, and connections of any kind. */
type Condition = { readonly rss: number; readonly connections: number }

/** What was done is tidied away first, so that only what is still held counts. */
async function condition(): Promise<Condition> {
  globalThis.gc?.()
  await sleep(0)
  const connections = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length
  return { rss: process.memoryUsage.rss(), connections }
}

const [folder = ''] = process.argv.slice(2)
const options = readOptions(['--sample', 'wedding-planner'], '/')
const serving = await serve({ options, place: { folder }, version: '0.1.0' })
process.stdout.write(`${serving.makeLink()}\n`)
for await (const _ of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(await condition())}\n`)
await serving.close()
