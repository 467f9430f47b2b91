import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { demandSigned } from '../electron/desktop/updater-signature'
import { signAnnouncements } from './announcements'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
const known = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kept-sign-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it('signs each announcement, so that Kept takes what it announces', () => {
  for (const file of ['latest-linux.yml', 'latest-mac.yml', 'other.yml'])
    writeFileSync(join(folder, file), `version: 0.2.0\nfiles:\n  - url: ${file}\n    sha512: AAAA==\n`)

  expect(signAnnouncements(folder, secret).toSorted()).toEqual(['latest-linux.yml', 'latest-mac.yml'])

  const [text, signature] = ['latest-mac.yml', 'latest-mac.yml.sig'].map((file) =>
    readFileSync(join(folder, file)),
  )
  const announced = { text: text ?? Buffer.alloc(0), signature: signature ?? Buffer.alloc(0) }
  expect(() => demandSigned({ version: '0.2.0', hashes: ['AAAA=='] }, announced, known)).not.toThrow()
})
