// `node build/sign-updates.ts FOLDER`: signs what announces the newest Kept, with the key in KEPT_UPDATE_KEY (an
// Ed25519 private key as PKCS #8 in base64). The signature lies beside each file, as `.sig`.
import { createPrivateKey, sign } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'

/** Signs every announcement in a folder and gives their names. */
export function signAnnouncements(folder: string, key: string): readonly string[] {
  const owner = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
  const files = globSync('latest*.yml', { cwd: folder })
  for (const file of files)
    writeFileSync(`${folder}/${file}.sig`, sign(null, readFileSync(`${folder}/${file}`), owner))
  return files
}

if (import.meta.main) {
  const [folder = 'release'] = process.argv.slice(2)
  const key = process.env['KEPT_UPDATE_KEY']
  if (!key) throw new Error('KEPT_UPDATE_KEY holds no key.')
  process.stdout.write(`Signed: ${signAnnouncements(folder, key).join(', ')}\n`)
}
