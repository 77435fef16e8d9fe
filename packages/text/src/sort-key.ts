import { pinyin } from 'pinyin-pro'

/** Sorts Chinese names by sound: pinyin with tone, compared byte by byte. Characters of one sound go by their code. */
export function sortKey(name: string): string {
  const sounds = pinyin(name, { toneType: 'num', type: 'array', nonZh: 'consecutive', v: true })
  return `${sounds.join(' ').toLowerCase()} ${name}`
}
