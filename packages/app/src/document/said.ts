/** Somebody who reviews a document, at one place: a page that is open. */
export interface AtPlace {
  readonly place: string
  readonly person: string
  readonly name: string
  readonly finding: string | null
}

/** What processes tell each other of a document that somebody watches. */
export type Said =
  | { readonly document: string; readonly is: 'changed' }
  | { readonly document: string; readonly is: 'at'; readonly who: AtPlace }
  | { readonly document: string; readonly is: 'left'; readonly who: AtPlace }

/** What was said, or null where it is nothing of ours: another program or version may tell what it likes. */
export function saidIn(text: string): Said | null {
  const { document, is, who } = fieldsOf(parsed(text))
  if (typeof document !== 'string') return null
  if (is === 'changed') return { document, is }
  const at = atPlaceIn(who)
  return (is === 'at' || is === 'left') && at !== null ? { document, is, who: at } : null
}

function atPlaceIn(value: unknown): AtPlace | null {
  const { place, person, name, finding } = fieldsOf(value)
  if (typeof place !== 'string' || typeof person !== 'string' || typeof name !== 'string') return null
  return finding === null || typeof finding === 'string' ? { place, person, name, finding } : null
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
