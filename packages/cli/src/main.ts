import { languageOf } from './words/language.js'
import { readWords } from './words/read.js'

/** A command: given its arguments, it answers with its exit code: 0 done, 1 refused, 2 wrong call. */
interface Loaded {
  readonly run: (args: readonly string[]) => Promise<number>
}

/** Each stands in a file of its own, loaded when it is called, so that none pays for the others. */
const commands: Readonly<Record<string, () => Promise<Loaded>>> = {
  read: () => import('./commands/read.js'),
  compare: () => import('./commands/compare.js'),
  start: () => import('./commands/start.js'),
  serve: () => import('./commands/serve.js'),
  pack: () => import('./commands/pack.js'),
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const words = readWords[languageOf(process.env)]
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const rows = Object.keys(commands).map((it) => `  gangmu ${it.padEnd(8)} ${words.commands[it] ?? ''}`)
    process.stdout.write(`${[words.usage, '', ...rows, '', words.more].join('\n')}\n`)
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    process.stderr.write(`${words.unknownCommand(name)}\n`)
    return 2
  }
  const { run } = await load()
  return run(args)
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main(process.argv.slice(2))
