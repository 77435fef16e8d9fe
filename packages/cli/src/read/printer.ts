import type { Repair } from '@gangmu/core'
import type { ReadWords } from '../words/read.js'
import { tableOf } from './table.js'
import type { ReadFile } from './read-file.js'
import { jsonText } from './write-out.js'

export type Mode = 'table' | 'json' | 'restored' | 'repairs'

/** Prints what a call asks for, file by file, and at the end what can only be said of all. */
export interface Printer {
  readonly file: (file: ReadFile) => void
  readonly end: () => void
}

const WIDTH_OF_A_PIPE = 140

export function printer(mode: Mode, several: boolean, words: ReadWords): Printer {
  const print = (text: string) => void process.stdout.write(`${text}\n`)
  const nothing = () => {}
  switch (mode) {
    case 'table': {
      const width = process.stdout.columns || WIDTH_OF_A_PIPE
      return { file: (file) => print(tableOf(file, words, width).join('\n')), end: nothing }
    }
    case 'json':
      return { file: (file) => print(jsonText(file).trimEnd()), end: nothing }
    case 'restored':
      return { file: (file) => print(restoredText(file, several)), end: nothing }
    case 'repairs': {
      const lists: (readonly [name: string, repairs: readonly Repair[]])[] = []
      // The repairs of one file are a list; of several, a list for each by its name.
      const all = () => (several ? Object.fromEntries(lists) : (lists[0]?.[1] ?? []))
      return {
        file: ({ name, restoration }) => void lists.push([name, restoration.repairs]),
        end: () => print(JSON.stringify(all(), null, 2)),
      }
    }
  }
}

function restoredText({ restoration, name }: ReadFile, several: boolean): string {
  const { text } = restoration
  return `${several ? `==> ${name} <==\n` : ''}${text.endsWith('\n') ? text.slice(0, -1) : text}`
}
