import { createPublicKey, verify } from 'node:crypto'
import type { FoundUpdate } from '../../shared/domain/update'
import { Refusal } from '../../shared/lib/refusal'

/** What the feed says, as it came, and the signature that lies beside it. */
export type Announcement = { readonly text: Uint8Array; readonly signature: Uint8Array }

/** The file of the feed that announces the newest Kept for a system, as electron-builder names it. */
export function announcementFile(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'win32') return 'latest.yml'
  if (platform === 'darwin') return 'latest-mac.yml'
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`
}

/**
 * Demands that the announcement carries the signature of the key, and that it is this very version with these very
 * files that it announces. Refuses E_UPDATE_INVALID. The hashes are then what the fetched file is held against.
 */
export function demandSigned(found: FoundUpdate, { text, signature }: Announcement, key: string): void {
  const lines = Buffer.from(text)
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
  const says = (name: string, value: string) =>
    lines.some((line) => [`${name}: ${value}`, `- ${name}: ${value}`, `${name}: '${value}'`].includes(line))
  const isWhole = found.hashes.length > 0 && found.hashes.every((hash) => says('sha512', hash))
  if (isSignedBy(text, signature, key) && says('version', found.version) && isWhole) return
  throw new Refusal('not-allowed', 'E_UPDATE_INVALID')
}

/** Whether bytes carry an Ed25519 signature of this key. A key or signature that is none counts as no. */
function isSignedBy(text: Uint8Array, signature: Uint8Array, key: string): boolean {
  try {
    const owner = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return owner.asymmetricKeyType === 'ed25519' && verify(null, text, owner, signature)
  } catch {
    return false
  }
}
