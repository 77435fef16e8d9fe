import {
  type Lexicon,
  type Refusal,
  type Result,
  accepted,
  emptyLexicon,
  lexiconFromPack,
} from '@gangmu/core'
import { defaultLimits } from '@gangmu/intake'
import { Command, CommanderError } from 'commander'
import { readPack } from '../place/read-pack.js'
import { findFiles } from '../read/find-files.js'
import { showProgress } from '../read/progress.js'
import { type ReadFile, readOneFile } from '../read/read-file.js'
import { countsOf, tableOf } from '../read/table.js'
import { jsonText, writeOut } from '../read/write-out.js'
import { type ReadWords, readWords, refusalSentence } from '../words/read.js'
import { languageOf } from '../words/language.js'

interface Options {
  readonly json?: true
  readonly restored?: true
  readonly repairs?: true
  readonly out?: string
  readonly pack?: string
  readonly maxMb?: string
}

const MiB = 1024 * 1024
const WIDTH_OF_A_PIPE = 140

/** `gangmu read FILE…`: 0 where every file was read, 1 where one was refused, 2 for a wrong call. */
export async function run(args: readonly string[]): Promise<number> {
  const words = readWords[languageOf(process.env)]
  const call = parse(args, words)
  if (typeof call === 'number') return call
  const { options, paths } = call
  if ([options.json, options.restored, options.repairs].filter(Boolean).length > 1) return wrong(words.oneOf)
  const bytes = bytesOf(options.maxMb)
  if (bytes === null) return wrong(words.noNumber(options.maxMb ?? ''))
  const lexicon = lexiconOf(options.pack)
  if (!lexicon.ok) return complain(lexicon.refusals, words)
  const limits = { ...defaultLimits, bytes }

  const { files, refusals } = findFiles(paths)
  const refusedAll = [...refusals]
  const done: ReadFile[] = []
  const progress = showProgress(process.stderr, files.length, words)
  for (const [at, file] of files.entries()) {
    progress.reading(at + 1, file.name)
    const result = await readOneFile(file, lexicon.value, limits)
    const failed = result.ok ? await deliver(result.value) : result.refusals
    progress.clear()
    complain(failed, words)
    refusedAll.push(...failed)
  }
  complain(refusals, words)
  if (options.repairs) print(repairsText(done, files.length > 1))
  else if (options.out !== undefined && !options.json && !options.restored && done.length > 0) {
    print(`${countsOf(done, words).join('\n')}\n`)
  }
  return refusedAll.length === 0 ? 0 : 1

  /** Puts one file's results where the call wants them; tables of several files and repairs wait for the end. */
  async function deliver(file: ReadFile): Promise<readonly Refusal[]> {
    const failed = options.out === undefined ? null : await writeOut(file, options.out)
    if (failed) return [failed]
    done.push(file)
    progress.clear()
    if (options.json) print(jsonText(file))
    else if (options.restored) print(restoredText(file, files.length > 1))
    else if (!options.repairs && options.out === undefined) {
      print(`${tableOf(file, words, process.stdout.columns || WIDTH_OF_A_PIPE).join('\n')}\n`)
    }
    return []
  }
}

function parse(args: readonly string[], words: ReadWords): { options: Options; paths: string[] } | number {
  const { headings } = words
  const titles: Record<string, string> = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
  }
  const command = new Command('gangmu read')
    .description(words.summary)
    .argument('<files...>', words.options.files)
    .option('--json', words.options.json)
    .option('--restored', words.options.restored)
    .option('--repairs', words.options.repairs)
    .option('--out <dir>', words.options.out)
    .option('--pack <name>', words.options.pack)
    .option('--max-mb <n>', words.options.maxMb)
    .helpOption('-h, --help', words.options.help)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: () => {} })
    .exitOverride()
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? 0 : wrong(callSentence(error, words))
  }
  return { options: command.opts<Options & Record<string, unknown>>(), paths: command.args }
}

/** Commander names what is wrong by a code; the option stands in quotes in its own sentence. */
function callSentence({ code, message }: CommanderError, words: ReadWords): string {
  const named = /'(--?[\w-]+)/.exec(message)?.[1] ?? /--[\w-]+/.exec(message)?.[0] ?? ''
  if (code === 'commander.missingArgument') return words.noFiles
  if (code === 'commander.unknownOption') return words.unknownOption(named)
  return code === 'commander.optionMissingArgument' ? words.noArgument(named) : message
}

/** Null where it is no size a file may have. */
function bytesOf(maxMb: string | undefined): number | null {
  if (maxMb === undefined) return defaultLimits.bytes
  const megabytes = Number(maxMb)
  return megabytes > 0 && megabytes <= 1024 ? Math.floor(megabytes * MiB) : null
}

function lexiconOf(pack: string | undefined): Result<Lexicon> {
  if (pack === undefined) return accepted(emptyLexicon)
  const found = readPack(pack)
  return found.ok ? accepted(lexiconFromPack(found.value.pack)) : found
}

function restoredText({ restoration, name }: ReadFile, several: boolean): string {
  const { text } = restoration
  return `${several ? `==> ${name} <==\n` : ''}${text}${text.endsWith('\n') ? '' : '\n'}`
}

/** The repairs of one file as a list; of several, a list for each by its name. */
function repairsText(files: readonly ReadFile[], several: boolean): string {
  const lists = files.map(({ name, restoration }) => [name, restoration.repairs] as const)
  return `${JSON.stringify(several ? Object.fromEntries(lists) : (lists[0]?.[1] ?? []), null, 2)}\n`
}

function print(text: string): void {
  process.stdout.write(text)
}

/** A line for each: `path: code: sentence`. */
function complain(refusals: readonly Refusal[], words: ReadWords): 1 {
  for (const it of refusals) process.stderr.write(`${it.path}: ${it.code}: ${refusalSentence(it, words)}\n`)
  return 1
}

function wrong(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`)
  return 2
}
