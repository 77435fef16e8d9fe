import { Command } from 'commander'
import type { CompareCall } from '../read/compare-files.js'
import { parseCall } from '../read/parse-call.js'
import { compareWords } from '../words/compare.js'
import { languageOf } from '../words/language.js'

interface Options {
  readonly json?: true
  readonly pack?: string
}

/** `gangmu compare OLD NEW`: 0 where both were read and compared, 1 where one was refused, 2 for a wrong call. */
export async function run(args: readonly string[]): Promise<number> {
  const language = languageOf(process.env)
  const words = compareWords[language]
  const command = new Command('gangmu compare')
    .description(words.summary)
    .argument('<older>', words.options.older)
    .argument('<newer>', words.options.newer)
    .option('--json', words.options.json)
    .option('--pack <name>', words.options.pack)
    .helpOption('-h, --help', words.options.help)
  const parsed = parseCall(command, args, words)
  if (typeof parsed === 'number') return parsed
  const { json, pack } = parsed.opts<Options & Record<string, unknown>>()
  const [older = '', newer = ''] = parsed.args
  const call: CompareCall = { older, newer, json: json === true, pack: pack ?? null }
  const { compareFiles } = await import('../read/compare-files.js')
  return (await compareFiles(call, language)) ? 0 : 1
}
