import { Command } from 'commander'
import type { BatchCall } from '../batch/run-batch.js'
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
  readonly jobs?: string
}

const MiB = 1024 * 1024

/**
 * `gangmu read FILE…`: 0 where every file was read, 1 where one was refused, 2 for a wrong call. Into a folder, with
 * nothing to be printed, files are read in threads; otherwise one after the other.
 */
export async function run(args: readonly string[]): Promise<number> {
  const words = readWords[languageOf(process.env)]
  const call = parse(args, words)
  if (typeof call === 'number') return call
  // Loaded late: a wrong call and a look at the help need no rules and no dictionaries.
  if ('jobs' in call) return (await import('../batch/run-batch.js')).runBatch(call, words)
  const { readFiles } = await import('../read/read-files.js')
  return (await readFiles(call, words)) ? 0 : 1
}

function parse(args: readonly string[], words: ReadWords): ReadCall | BatchCall | number {
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
    .option('--jobs <n>', words.options.jobs)
    .helpOption('-h, --help', words.options.help)
  const parsed = parseCall(command, args, words)
  if (typeof parsed === 'number') return parsed
  return callOf(command.opts<Options & Record<string, unknown>>(), command.args, words)
}

function callOf(options: Options, paths: readonly string[], words: ReadWords): ReadCall | BatchCall | number {
  const modes = (['json', 'restored', 'repairs'] as const).filter((mode) => options[mode])
  if (modes.length > 1) return wrong(words.oneOf)
  const megabytes = options.maxMb === undefined ? null : Number(options.maxMb)
  if (megabytes !== null && !(megabytes > 0 && megabytes <= 1024))
    return wrong(words.noNumber(options.maxMb ?? ''))
  const jobs = options.jobs === undefined ? null : Number(options.jobs)
  if (jobs !== null && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 256))
    return wrong(words.noJobs(options.jobs ?? ''))
  const { out = null, pack = null } = options
  const bytes = megabytes === null ? null : Math.floor(megabytes * MiB)
  const model = options.model ?? false
  if (out !== null && modes.length === 0 && !model) return { paths, out, pack, bytes, jobs }
  if (jobs !== null) return wrong(words.jobsForOut)
  return { paths, mode: modes[0] ?? 'table', out, pack, bytes, model }
}
