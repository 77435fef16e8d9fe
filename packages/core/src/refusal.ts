/**
 * A refusal is a value, not an exception: what was refused, where, and the facts a reader needs to mend it.
 * `code` is `<noun>.<what>` and has one sentence per language in `web/words` and in the command line's words.
 * `path` names the place: a file, `file:line`, a JSON pointer or a field. Bugs are thrown, never refused.
 */
export interface Refusal {
  readonly code: string
  readonly path: string
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

export function refusal(code: string, path: string, facts: Refusal['facts'] = {}): Refusal {
  return { code, path, facts }
}
