import { countedKinds, countsOf } from '../read/table.js'
import { padTo, widthOf } from '../read/width.js'
import type { BatchWords } from '../words/batch.js'
import type { ReadWords } from '../words/read.js'
import type { ReadLine } from './line.js'
import type { BatchDone } from './read-batch.js'

/** So many files fit on a screen with a row each. */
const filesOnAScreen = 40

/** What came of a run, as lines for a person: a row a file where they are few, then what became of them and was found. */
export function summaryOf(done: BatchDone, words: BatchWords, read: ReadWords): string[] {
  const lines = done.lines.filter((it) => it.outcome === 'read')
  const { rows } = words
  const total = [
    [rows.files, Object.values(done.settled).reduce((sum, it) => sum + it)],
    [rows.read, done.settled.read],
    [rows.kept, done.settled.kept],
    [rows.duplicate, done.settled.duplicate],
    [rows.refused, done.settled.refused],
    [rows.sameText, lines.filter((it) => it.sameTextAs !== null).length],
  ] as const
  const found = [
    ...countedKinds.map((kind) => [read.kinds[kind], sumOf(lines, (it) => it.findings[kind])] as const),
    [rows.repairs, sumOf(lines, (it) => it.repairs)] as const,
  ]
  const few = lines.length > 0 && done.lines.length <= filesOnAScreen
  const counts = few ? countsOf(lines.map(rowOf), read) : []
  // Of one file all is said.
  if (done.lines.length < 2) return counts
  return [
    ...(few ? [...counts, ''] : []),
    ...table(total.filter(([, count]) => count > 0)),
    ...(lines.length < 2 ? [] : ['', ...table(found)]),
  ]
}

function rowOf({ file, findings, repairs }: ReadLine): string[] {
  return [file, ...countedKinds.map((kind) => String(findings[kind])), String(repairs)]
}

function sumOf(lines: readonly ReadLine[], of: (line: ReadLine) => number): number {
  return lines.reduce((sum, line) => sum + of(line), 0)
}

function table(rows: readonly (readonly [name: string, count: number])[]): string[] {
  const shown = rows.map(([name, count]) => [name, count.toLocaleString('en-US')] as const)
  const [first, second] = [0, 1].map((at) => Math.max(...shown.map((row) => widthOf(row[at] ?? ''))))
  return shown.map(([name, count]) => `${padTo(name, first ?? 0)}  ${count.padStart(second ?? 0)}`)
}
