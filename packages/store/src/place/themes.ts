import type { PackTheme } from '@gangmu/core'
import type { Reader, Writer } from '../store.js'

/** The plan tree in the order of the pack. */
export async function listThemes(db: Reader): Promise<readonly PackTheme[]> {
  return db.selectFrom('theme').select(['id', 'parent', 'name', 'words']).orderBy('ordinal').execute()
}

/** Parents may stand after their children. */
export async function insertThemes(db: Writer, themes: readonly PackTheme[]): Promise<void> {
  const waiting = new Set(themes.map((it) => it.id))
  const rows = themes.map((it, at) => ({ ...it, words: [...it.words], ordinal: at + 1 }))
  while (waiting.size > 0) {
    const ready = rows.filter((it) => waiting.has(it.id) && (it.parent === null || !waiting.has(it.parent)))
    if (ready.length === 0) throw new Error('themes whose parents go round in a circle')
    await db.insertInto('theme').values(ready).execute()
    for (const it of ready) waiting.delete(it.id)
  }
}
