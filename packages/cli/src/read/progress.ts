import type { ReadWords } from '../words/read.js'
import { shorten } from './width.js'

export interface Progress {
  readonly reading: (done: number, name: string) => void
  /** Takes the progress line away, so that something else can be written. */
  readonly clear: () => void
}

/** Says which file is read: one line that is rewritten on a terminal, a line a file elsewhere; none for one file. */
export function showProgress(stream: NodeJS.WriteStream, all: number, words: ReadWords): Progress {
  if (all < 2) return { reading: () => {}, clear: () => {} }
  if (!stream.isTTY) {
    return {
      reading: (done, name) => void stream.write(`${words.reading(done, all, name)}\n`),
      clear: () => {},
    }
  }
  const clear = () => void stream.write('\r\u001b[K')
  return {
    reading: (done, name) => {
      clear()
      stream.write(shorten(words.reading(done, all, name), (stream.columns || 80) - 1))
    },
    clear,
  }
}
