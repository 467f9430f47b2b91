import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say, stop } from './process.mjs'
import { findNode } from './runtime.mjs'

const sources = ['shared', 'db', 'electron', 'renderer', 'build', 'package.json', 'package-lock.json']
const stampFile = join(root, 'dist', 'stamp')

/** Builds unless the bundles were made from the very sources that are there. */
export const ensureBundles = async () => {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOfSources()) return
  await makeBundles()
}

/** Builds all bundles; the stamp is written last, so a build cut short is made again. */
export const makeBundles = async () => {
  const stamp = stampOfSources()
  rmSync(stampFile, { force: true })
  say('Building Kept.')
  const code = await run(findNode(), ['build/build.ts'])
  if (code !== 0) stop('Kept could not be built; the lines above tell why.')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampFile, stamp)
}

const stampOfSources = () => {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesIn).sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

const isTest = (path) => /\.test\.tsx?$|testing\.tsx?$/.test(path)

const filesIn = (path) => {
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
}
