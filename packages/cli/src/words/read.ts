import type { FindingKind, Measure, Refusal, RepairKind } from '@gangmu/core'
import { en } from './en.js'
import type { Language } from './language.js'
import { modelSentences } from './model.js'
import { zhCn } from './zh-cn.js'

type Facts = Refusal['facts']

/** Every sentence of `gangmu` itself and of `gangmu read`. */
export interface ReadWords {
  readonly language: Language
  /** What a call looks like, and what each command does, by its name. */
  readonly usage: string
  readonly commands: Readonly<Record<string, string>>
  readonly more: string
  readonly unknownCommand: (name: string) => string
  readonly summary: string
  readonly options: Readonly<
    Record<
      'files' | 'json' | 'restored' | 'repairs' | 'out' | 'pack' | 'maxMb' | 'model' | 'jobs' | 'help',
      string
    >
  >
  readonly headings: Readonly<Record<'usage' | 'arguments' | 'options', string>>
  readonly noFiles: string
  readonly unknownOption: (option: string) => string
  readonly noArgument: (option: string) => string
  readonly oneOf: string
  readonly noNumber: (given: string) => string
  readonly noJobs: (given: string) => string
  readonly jobsForOut: string
  readonly reading: (done: number, all: number, name: string) => string
  readonly kinds: Readonly<Record<FindingKind, string>>
  readonly slogan: string
  readonly measures: Readonly<Record<Measure, string>>
  readonly repairKinds: Readonly<Record<RepairKind, string>>
  readonly columns: Readonly<
    Record<'kind' | 'what' | 'actor' | 'lacks' | 'quote' | 'file' | 'repairs', string>
  >
  readonly repairs: string
  readonly none: string
  readonly done: string
  readonly list: string
  readonly colon: string
  readonly pictures: (pages: string) => string
  readonly undecoded: (count: number) => string
  readonly amount: (value: number) => string
  /** Units of measure that people write otherwise than readings do. */
  readonly units: Readonly<Record<string, string>>
  /** What a refusal means and what mends it, by code. */
  readonly refusals: Readonly<Record<string, (facts: Facts) => string>>
}

export const readWords: Readonly<Record<Language, ReadWords>> = { zh: zhCn, en }

/** The sentence of a refusal; facts alone where its code has none. */
export function refusalSentence({ code, facts }: Refusal, words: ReadWords): string {
  const ofTheModel = modelSentences[code]?.[words.language === 'zh' ? 0 : 1]
  const said = (words.refusals[code] ?? ofTheModel)?.(facts)
  return (
    said ??
    Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
  )
}
