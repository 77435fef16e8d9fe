import { performance } from 'node:perf_hooks'
import type { BatchWords } from '../words/batch.js'
import { shorten } from '../read/width.js'
import type { Settled } from './read-batch.js'

export interface BatchProgress {
  readonly on: (settled: Settled) => void
  /** The last word: how far it came. */
  readonly end: () => void
}

/** How often the line of a terminal is rewritten, and how often one is added elsewhere. */
const every = { terminal: 200, line: 5_000 }

/** How many of how many, how fast, how many refused and how long it will take; nothing for one file. */
export function showBatchProgress(stream: NodeJS.WriteStream, all: number, words: BatchWords): BatchProgress {
  if (all < 2) return { on: () => {}, end: () => {} }
  const began = performance.now()
  let [done, read, refused, said] = [0, 0, 0, began]
  const show = () => {
    const seconds = (performance.now() - began) / 1000
    const rate = read / seconds
    const line = words.progress(
      { done, all, refused },
      read === 0 ? null : rate < 10 ? rate.toFixed(1) : rate.toFixed(0),
      read === 0 || done === all ? null : clock((all - done) / rate),
    )
    if (stream.isTTY) stream.write(`\r\u001b[K${shorten(line, (stream.columns || 80) - 1)}`)
    else stream.write(`${line}\n`)
    said = performance.now()
  }
  return {
    on(settled) {
      done += 1
      if (settled === 'read') read += 1
      if (settled === 'refused') refused += 1
      if (performance.now() - said >= (stream.isTTY ? every.terminal : every.line)) show()
    },
    end() {
      show()
      if (stream.isTTY) stream.write('\n')
    },
  }
}

/** Seconds as `m:ss`. */
function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
