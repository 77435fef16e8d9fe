import {
  comparators,
  type FindingBody,
  findingBody,
  type FindingKind,
  quantityForms,
  quantityRoles,
  spanOf,
} from '@gangmu/core'
import { readLoose } from '../ui/day.js'
import type { Words } from '../words/words.js'

/** `start` and `end`: a day; of a month or a year its first, or its last. `loose`: a month or a year as it is. */
type Type = 'text' | 'number' | 'list' | 'flag' | 'start' | 'end' | 'loose' | readonly string[]
export interface EditField {
  /** Path in the body; `period.start` reaches into the period. */
  readonly key: string
  readonly label: keyof Words['findingFields']
  readonly type: Type
  /** Empty means null rather than an empty text. */
  readonly nullable?: boolean
}

const text = (key: EditField['label'], nullable = false): EditField => ({
  key,
  label: key,
  type: 'text',
  nullable,
})

/** What a person may correct in each kind of finding. */
export const editFields: Readonly<Record<FindingKind, readonly EditField[]>> = {
  quantity: [
    { key: 'role', label: 'role', type: quantityRoles },
    text('actor'),
    text('indicator'),
    { key: 'comparator', label: 'comparator', type: comparators },
    { key: 'value', label: 'value', type: 'number' },
    text('unit'),
    { key: 'period.start', label: 'periodStart', type: 'start', nullable: true },
    { key: 'period.end', label: 'periodEnd', type: 'end', nullable: true },
    text('hedge', true),
    { key: 'form', label: 'form', type: quantityForms },
  ],
  milestone: [
    text('subject'),
    text('event'),
    { key: 'due', label: 'due', type: 'loose', nullable: true },
    { key: 'status', label: 'status', type: ['planned', 'done'] },
    text('actor'),
  ],
  action: [
    text('actor'),
    text('text'),
    text('theme'),
    { key: 'modality', label: 'modality', type: ['instruction', 'commitment'] },
    { key: 'operational', label: 'operational', type: 'flag' },
  ],
  project: [
    text('name'),
    { key: 'investmentCny', label: 'investmentCny', type: 'number' },
    text('location', true),
    { key: 'parties', label: 'parties', type: 'list' },
  ],
  agreement: [text('name'), { key: 'parties', label: 'parties', type: 'list' }],
  entity: [
    text('name'),
    text('type'),
    text('canonical', true),
    text('within', true),
    { key: 'aka', label: 'aka', type: 'list' },
  ],
  relation: [text('from'), text('type'), text('to')],
}

type Typed = Readonly<Record<string, string>>
const LIST = /[,;\u3001\uff0c\uff1b]\s*/

/** A body as the texts of its form. */
export function typedOf(body: FindingBody): Typed {
  const at = body as unknown as Record<string, unknown>
  return Object.fromEntries(
    editFields[body.kind].map((field) => {
      const [outer, inner] = field.key.split('.') as [string, string | undefined]
      const holder = at[outer]
      const value = inner === undefined ? holder : ((holder ?? {}) as Record<string, unknown>)[inner]
      return [field.key, Array.isArray(value) ? value.join('\u3001') : String(value ?? '')]
    }),
  )
}

type Edited =
  | { readonly ok: true; readonly body: FindingBody }
  | { readonly ok: false; readonly wrong: readonly string[] }

/** The body the form stands for, or the fields that do not hold. */
export function bodyOf(before: FindingBody, typed: Typed): Edited {
  const next: Record<string, unknown> = { ...before }
  const wrong: string[] = []
  for (const field of editFields[before.kind]) {
    const [outer, inner] = field.key.split('.') as [string, string | undefined]
    const text = (typed[field.key] ?? '').trim()
    const value = valueOf(field, text)
    if (text !== '' && isDated(field) && value === null) wrong.push(field.key)
    if (inner === undefined) next[outer] = value
    else next[outer] = { ...(next[outer] as object | null), [inner]: value }
  }
  const period = next['period'] as { start?: unknown; end?: unknown } | null | undefined
  if (period && (period.start ?? null) === null && (period.end ?? null) === null) next['period'] = null
  if (wrong.length > 0) return { ok: false, wrong }
  const parsed = findingBody.safeParse(next)
  if (parsed.success) return { ok: true, body: parsed.data }
  return { ok: false, wrong: parsed.error.issues.map((it) => it.path.join('.')) }
}

function valueOf(field: EditField, text: string): unknown {
  if (field.type === 'number') return text === '' ? null : Number(text.replaceAll(',', ''))
  if (field.type === 'list') return text === '' ? [] : text.split(LIST).filter((it) => it !== '')
  if (field.type === 'flag') return text === 'true'
  if (isDated(field)) return dateOf(field, text)
  return text === '' && field.nullable === true ? null : text
}

export const isDated = ({ type }: EditField): boolean =>
  type === 'start' || type === 'end' || type === 'loose'

/** Null for nothing, and for what is no date. A deadline that counts from another event (P12M) stays. */
function dateOf({ type }: EditField, text: string): string | null {
  if (type === 'loose' && /^P\d+[DMY]$/.test(text)) return text
  const loose = readLoose(text)
  if (loose === null || type === 'loose') return loose
  const span = spanOf(loose)
  return span?.[type === 'start' ? 'start' : 'end'] ?? null
}
