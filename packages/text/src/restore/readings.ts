import { readingList } from './tables/readings.js'

let built: ReadonlyMap<string, string> | undefined

function table(): ReadonlyMap<string, string> {
  built ??= new Map(
    readingList.split(' ').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1)]
    }),
  )
  return built
}

/** Whether `reading` (with tone marks, as web pages insert it) is one of the readings of `char`. */
export function reads(char: string, reading: string): boolean {
  return char !== '' && (table().get(reading)?.includes(char) ?? false)
}

/** All characters of a reading; empty where it is none. */
export function charsRead(reading: string): string {
  return table().get(reading) ?? ''
}

/** An inserted reading as web pages carry it, `(huì)` or `(huì )`, at the place of a sticky search. */
export const insertedReading = String.raw`\(([a-zà-öø-ÿāēěīńňōūǎǐǒǔǖǘǚǜḿǹ]{1,7}) ?\)`
