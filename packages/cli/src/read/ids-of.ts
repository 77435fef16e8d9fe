import { extname } from 'node:path'

/** Ids that are given to no file: the manifest of `--out` stands beside the results. */
const kept = ['manifest']

/**
 * What the results of files are called, by their names in the same order. `plan.txt` is `plan`; where another file
 * would be called so too, each keeps its whole name: `plan.txt` and `plan.pdf`. Which file came first plays no part.
 * Files of one whole name, from different folders, are numbered in the order given. Capitals do not tell names apart:
 * not every file system does.
 */
export function idsOf(names: readonly string[]): readonly string[] {
  const wants = [
    (name: string) => name.slice(0, name.length - extname(name).length) || name,
    (name: string) => name,
  ]
  const level = names.map(() => 0)
  const idAt = (at: number) => wants[level[at] ?? 0]?.(names[at] ?? '') ?? ''
  for (let settled = false; !settled;) {
    settled = true
    for (const [id, files] of grouped(names.map((_, at) => idAt(at)))) {
      if (files.length + (kept.includes(id) ? 1 : 0) < 2) continue
      for (const at of files) {
        if (level[at] !== 0) continue
        level[at] = 1
        settled = false
      }
    }
  }
  return numbered(names.map((_, at) => idAt(at)))
}

function numbered(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>(kept)
  return ids.map((id) => {
    let free = id
    for (let next = 2; taken.has(sameAs(free)); next++) free = `${id}-${next}`
    taken.add(sameAs(free))
    return free
  })
}

function grouped(ids: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, id] of ids.entries()) {
    const group = groups.get(sameAs(id))
    if (group === undefined) groups.set(sameAs(id), [at])
    else group.push(at)
  }
  return groups
}

function sameAs(id: string): string {
  return id.normalize('NFC').toLowerCase()
}
