import { type Lexicon, type Result, accepted, emptyLexicon, lexiconFromPack } from '@gangmu/core'

/** The names of a pack, by its name or folder; none where no pack is given. */
export async function lexiconOf(pack: string | null): Promise<Result<Lexicon>> {
  if (pack === null) return accepted(emptyLexicon)
  const { readPack } = await import('../place/read-pack.js')
  const found = readPack(pack)
  return found.ok ? accepted(lexiconFromPack(found.value.pack)) : found
}
