import type { ActRequest, CommitmentRow } from '@gangmu/contract'
import type { Verb } from '@gangmu/core'
import { isDayOrNone } from '../ui/day.js'
import type { Words } from '../words/words.js'

export interface ChildDraft {
  readonly owner: string | null
  readonly title: string
  readonly due: string
  readonly value: string
}

/** Everything any of the forms can hold, as typed. */
export interface ActDraft {
  readonly owner: string | null
  readonly due: string
  readonly note: string
  readonly charge: string
  readonly reason: string
  readonly text: string
  readonly value: string
  readonly done: boolean
  readonly evidence: readonly { readonly name: string; readonly sha256: string }[]
  readonly result: 'pass' | 'fail' | ''
  readonly title: string
  readonly theme: string
  readonly targetValue: string
  readonly children: readonly ChildDraft[]
}

export const noChild: ChildDraft = { owner: null, title: '', due: '', value: '' }

/** The unit whose name the sentence holds first, of those it may be handed to; null where it names none in full. */
export function namedOwner(
  assignable: readonly { readonly unit: string; readonly name: string }[],
  quote: string,
): string | null {
  const named = assignable
    .map((it) => ({ ...it, at: quote.indexOf(it.name) }))
    .filter((it) => it.at >= 0)
    .toSorted((a, b) => a.at - b.at || b.name.length - a.name.length)
  return named[0]?.unit ?? null
}

/** `owner`: whom the sentence names, as a first proposal. */
export function freshDraft(it: CommitmentRow, owner: string | null = null): ActDraft {
  return {
    owner,
    due: it.due ?? '',
    note: '',
    charge: '',
    reason: '',
    text: '',
    value: '',
    done: false,
    evidence: [],
    result: '',
    title: it.title,
    theme: it.theme ?? '',
    targetValue: it.target === null ? '' : String(it.target.value),
    children: [{ ...noChild, title: it.title, due: it.due ?? '' }],
  }
}

export type Problems = Readonly<Partial<Record<keyof ActDraft, string>>>
type Act = Omit<Extract<ActRequest, { verb: Exclude<Verb, 'create'> }>, 'request' | 'seen'>
type Written = { readonly ok: true; readonly act: Act } | { readonly ok: false; readonly problems: Problems }

/** The request a draft stands for, or what is still missing in it. */
export function writeAct(
  verb: Exclude<Verb, 'create'>,
  draft: ActDraft,
  it: CommitmentRow,
  words: Words,
): Written {
  const { need } = words.commitment
  const problems: Partial<Record<keyof ActDraft, string>> = {}
  const owner = draft.owner ?? ''
  const note = draft.note.trim()
  const charge = draft.charge.trim() === '' ? null : draft.charge.trim()
  const value = numberOf(draft.value)
  const reason = draft.reason.trim()
  if ((verb === 'assign' || verb === 'transfer') && owner === '') problems.owner = need.owner
  if (needsReason.has(verb) && reason === '') problems.reason = need.reason
  if (verb === 'report' && draft.text.trim() === '') problems.text = need.text
  if (verb === 'report' && value === undefined) problems.value = need.number
  if (verb === 'check' && draft.result === '') problems.result = need.result
  if (verb === 'cascade' && childrenOf(draft).length === 0) problems.children = need.children
  if (verb === 'cascade' && childrenOf(draft).some((child) => child === null)) problems.children = need.owner
  if (verb === 'cascade' && draft.children.some((child) => !isDayOrNone(child.due)))
    problems.children = need.day
  if ((verb === 'assign' || verb === 'adjust') && !isDayOrNone(draft.due)) problems.due = need.day
  if (verb === 'adjust' && draft.title.trim() === '') problems.title = need.title
  if (verb === 'adjust' && it.target !== null && typeof numberOf(draft.targetValue) !== 'number') {
    problems.targetValue = need.number
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  switch (verb) {
    case 'assign':
      return ok({ verb, body: { owner, due: draft.due === '' ? null : draft.due, note, charge } })
    case 'accept':
      return ok({ verb, body: { note, charge } })
    case 'report': {
      const { text, done, evidence } = draft
      return ok({ verb, body: { text, value: value ?? null, done, evidence: [...evidence] } })
    }
    case 'check':
      return ok({ verb, body: { pass: draft.result === 'pass', note } })
    case 'close':
    case 'resume':
    case 'escalate':
      return ok({ verb, body: { note } })
    case 'return':
    case 'suspend':
    case 'withdraw':
    case 'object':
      return ok({ verb, body: { reason } })
    case 'transfer':
      return ok({ verb, body: { owner, reason } })
    case 'cascade':
      return ok({ verb, body: { children: childrenOf(draft).filter((child) => child !== null) } })
    case 'adjust': {
      const changes = adjustments(draft, it)
      if (Object.keys(changes).length === 0) return { ok: false, problems: { title: need.change } }
      return ok({ verb, body: { reason, ...changes } })
    }
  }
}

const needsReason: ReadonlySet<Verb> = new Set([
  'return',
  'adjust',
  'transfer',
  'suspend',
  'withdraw',
  'object',
])

const ok = (act: Act): Written => ({ ok: true, act })

function adjustments(draft: ActDraft, it: CommitmentRow): object {
  const due = draft.due === '' ? null : draft.due
  const theme = draft.theme === '' ? null : draft.theme
  const value = numberOf(draft.targetValue)
  return {
    ...(draft.title.trim() === it.title ? {} : { title: draft.title.trim() }),
    ...(due === it.due ? {} : { due }),
    ...(theme === it.theme ? {} : { theme }),
    ...(it.target !== null && typeof value === 'number' && value !== it.target.value
      ? { target: { ...it.target, value } }
      : {}),
  }
}

/** The filled-in rows; null for one that names no owner or no title. Rows without anything are left out. */
function childrenOf(draft: ActDraft) {
  return draft.children
    .filter((child) => child.owner !== null || child.value !== '')
    .map((child) => {
      const value = numberOf(child.value)
      if (child.owner === null || child.title.trim() === '' || value === undefined) return null
      const due = child.due === '' ? null : child.due
      return { owner: child.owner, title: child.title.trim(), due, value }
    })
}

const myriads: Readonly<Record<string, number>> = { '\u4e07': 1e4, '\u4ebf': 1e8 }

/** Null for nothing typed, undefined for what is no number. The Chinese ten thousand and hundred million may follow. */
export function numberOf(typed: string): number | null | undefined {
  const text = typed.replaceAll(/[,\s]/g, '')
  if (text === '') return null
  const factor = myriads[text.at(-1) ?? '']
  const value = Number(factor === undefined ? text : text.slice(0, -1))
  if (!Number.isFinite(value) || text.length === (factor === undefined ? 0 : 1)) return undefined
  // 4.6 ten thousands are 46000, not 46000.00000000001.
  return factor === undefined ? value : Math.round(value * factor * 1000) / 1000
}
