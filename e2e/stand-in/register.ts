// Loaded before the shipped main program: whoever there imports `electron` gets the stand-in.
import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href
const folder = new URL('./', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (/^electron(\/main)?$/.test(specifier)) return { url: standIn, shortCircuit: true }
    const isOwn = specifier.startsWith('./') && context.parentURL?.startsWith(folder)
    return next(isOwn ? `${specifier}.ts` : specifier, context)
  },
})
