import { createPrivateKey, sign } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Signs what announces the newest Kept in a folder of installers, and gives the names of what was signed. The key is
 * an Ed25519 private key, as PKCS #8 in base64; each signature lies beside its file, as `.sig`.
 */
export function signAnnouncements(folder: string, key: string): readonly string[] {
  const owner = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
  const files = globSync('latest*.yml', { cwd: folder })
  for (const file of files)
    writeFileSync(join(folder, `${file}.sig`), sign(null, readFileSync(join(folder, file)), owner))
  return files
}
