import { spanOf } from '@gangmu/core'

/** Whether a loose date lies wholly before or after another; null where neither is sure. */
export function orderOf(date: string | null, other: string | null): 'earlier' | 'later' | null {
  const [one, two] = [date, other].map((it) => (it === null ? null : spanOf(it)))
  if (one == null || two == null) return null
  return one.end < two.start ? 'earlier' : one.start > two.end ? 'later' : null
}
