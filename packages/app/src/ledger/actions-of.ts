import type { Action, Verb } from '@gangmu/core'
import type { EntryRow, StoredAction } from '@gangmu/store'

const beginning = 'commitment.'

/** The actions that entries of the ledger hold, in the order written. Erased entries give none. */
export function actionsOf(entries: readonly EntryRow[]): readonly StoredAction[] {
  return entries.flatMap((entry) => {
    if (!entry.kind.startsWith(beginning) || entry.content === null) return []
    const content = JSON.parse(entry.content) as Content
    const verb = entry.kind.slice(beginning.length) as Verb
    const { seq, on, byName, request, body } = content.body
    const action = {
      seq: Number(seq),
      at: content.at,
      on,
      by: content.actor,
      byName,
      behalf: content.behalf,
      verb,
      body: withNumbers(verb, body),
    } as Action
    return [{ commitment: content.subject, action, request, entry: entry.id }]
  })
}

interface Content {
  readonly subject: string
  readonly at: string
  readonly actor: string
  readonly behalf: string
  readonly body: {
    readonly seq: string
    readonly on: string
    readonly byName: string
    readonly request: string
    readonly body: Members
  }
}
type Members = Readonly<Record<string, unknown>>

/** The ledger writes numbers as decimal strings; here are the places that hold one. */
function withNumbers(verb: Verb, body: Members): Members {
  switch (verb) {
    case 'create':
    case 'adjust':
      return body['target'] == null ? body : { ...body, target: numbered(body['target'] as Members) }
    case 'report':
      return numbered(body)
    case 'cascade':
      return { ...body, children: (body['children'] as readonly Members[]).map(numbered) }
    case 'assign':
    case 'accept':
    case 'return':
    case 'check':
    case 'close':
    case 'transfer':
    case 'suspend':
    case 'resume':
    case 'withdraw':
    case 'escalate':
    case 'object':
      return body
  }
}

function numbered(it: Members): Members {
  return it['value'] === null ? it : { ...it, value: Number(it['value']) }
}
