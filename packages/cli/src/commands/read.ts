import { Command } from 'commander'
import { parseCall, wrong } from '../read/parse-call.js'
import type { ReadCall } from '../read/read-files.js'
import { languageOf } from '../words/language.js'
import { type ReadWords, readWords } from '../words/read.js'

interface Options {
  readonly json?: true
  readonly restored?: true
  readonly repairs?: true
  readonly out?: string
  readonly pack?: string
  readonly maxMb?: string
  readonly model?: true
}

const MiB = 1024 * 1024

/** `gangmu read FILE…`: 0 where every file was read, 1 where one was refused, 2 for a wrong call. */
export async function run(args: readonly string[]): Promise<number> {
  const words = readWords[languageOf(process.env)]
  const call = parse(args, words)
  if (typeof call === 'number') return call
  // Loaded late: a wrong call and a look at the help need no rules and no dictionaries.
  const { readFiles } = await import('../read/read-files.js')
  return (await readFiles(call, words)) ? 0 : 1
}

function parse(args: readonly string[], words: ReadWords): ReadCall | number {
  const command = new Command('gangmu read')
    .description(words.summary)
    .argument('<files...>', words.options.files)
    .option('--json', words.options.json)
    .option('--restored', words.options.restored)
    .option('--repairs', words.options.repairs)
    .option('--out <dir>', words.options.out)
    .option('--pack <name>', words.options.pack)
    .option('--max-mb <n>', words.options.maxMb)
    .option('--model', words.options.model)
    .helpOption('-h, --help', words.options.help)
  const parsed = parseCall(command, args, words)
  if (typeof parsed === 'number') return parsed
  return callOf(command.opts<Options & Record<string, unknown>>(), command.args, words)
}

function callOf(options: Options, paths: readonly string[], words: ReadWords): ReadCall | number {
  const modes = (['json', 'restored', 'repairs'] as const).filter((mode) => options[mode])
  if (modes.length > 1) return wrong(words.oneOf)
  const megabytes = options.maxMb === undefined ? null : Number(options.maxMb)
  if (megabytes !== null && !(megabytes > 0 && megabytes <= 1024))
    return wrong(words.noNumber(options.maxMb ?? ''))
  return {
    paths,
    mode: modes[0] ?? (options.out === undefined ? 'table' : 'counts'),
    out: options.out ?? null,
    pack: options.pack ?? null,
    bytes: megabytes === null ? null : Math.floor(megabytes * MiB),
    model: options.model ?? false,
  }
}
