// Packs Kept around a program that is not Electron, so that what is packed can be looked at in seconds and offline.
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The fuses of Electron 45 as it comes, one digit each, in the order of @electron/fuses. */
export const fusesAsTheyCome = '101100011'

/** Where @electron/fuses finds them in a program: these letters, the version, how many there are, and the digits. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Writes a file that has fuses like Electron's program, and nothing else of it. */
export function writeDummy(file: string, fuses: string = fusesAsTheyCome): void {
  const mark = [Buffer.from(fuseMark), Buffer.from([1, fuses.length]), Buffer.from(fuses)]
  writeFileSync(file, Buffer.concat(mark), { mode: 0o755 })
}

/** Packs dist/ as for Linux on x64 into `folder`, and gives where the program lies. Fails as electron-builder fails. */
export async function packAroundDummy(folder: string): Promise<string> {
  const program = join(folder, 'dummy')
  mkdirSync(program, { recursive: true })
  writeDummy(join(program, 'electron'))
  await promisify(execFile)(process.execPath, [
    ...['node_modules/electron-builder/cli.js', '--linux', 'dir', '--x64', '--publish', 'never'],
    `-c.electronDist=${program}`,
    `-c.directories.output=${join(folder, 'packed')}`,
  ])
  return join(folder, 'packed', 'linux-unpacked')
}
