// `node build/setup.mjs run build/check-fuses.ts PROGRAM…`: reads the fuses back out of built programs and ends with 1
// where one is not as decision 0008 has it.
import { wrongFuses } from './fuses'

const programs = process.argv.slice(2)
if (programs.length === 0) throw new Error('Name the programs to look into.')
for (const program of programs) {
  const wrong = await wrongFuses(program, process.platform)
  process.stdout.write(
    `${program}: ${wrong.length === 0 ? 'every fuse is set' : `wrong: ${wrong.join(', ')}`}\n`,
  )
  if (wrong.length > 0) process.exitCode = 1
}
