import type { Change } from '../trace.js'

// NFKC on all text would ruin ， and ：, so only these blocks are folded.
const odd = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0e\u2e80-\u2fdf\uf900-\ufaff]/g

/** Full-width figures and letters to half width; Kangxi radicals and compatibility forms to the usual character. */
export function findForms(text: string): readonly Change[] {
  const changes: Change[] = []
  for (const hit of text.matchAll(odd)) {
    const usual = hit[0].normalize('NFKC')
    if (usual !== hit[0]) changes.push({ start: hit.index, end: hit.index + 1, text: usual })
  }
  return changes
}
