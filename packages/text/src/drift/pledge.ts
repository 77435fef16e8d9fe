import {
  type Anchor,
  type BodyOf,
  type DocumentFacts,
  type Finding,
  type Reading,
  duties,
} from '@gangmu/core'
import { datesIn } from '../extract/dates.js'
import { hedgeIn } from './hedge.js'
import { type Subject, subjectOf } from './subject.js'
import { lastDay } from './time.js'

export interface Side {
  readonly text: string
  readonly reading: Reading
}

/**
 * A duty of a document with all its clause says of it: the figure from the quantity, the date from the milestone, the
 * modality from the action. `standing`: pledged, reported as a fact, or spoken of without an operation.
 */
export interface Pledge {
  readonly standing: 'pledged' | 'reported' | 'spoken'
  readonly ordinal: number
  readonly anchor: Anchor
  readonly kind: 'quantity' | 'milestone' | 'action'
  readonly actor: string
  /** The actor without 市, 区, 县, 镇. */
  readonly bare: string
  /** The actor is only the place of the document, or none at all: it speaks for the whole of it. */
  readonly actorless: boolean
  readonly theme: string
  readonly name: string
  readonly subject: Subject
  readonly quantity: BodyOf<'quantity'> | null
  readonly event: string | null
  readonly due: string | null
  /** The last day of the due. */
  readonly last: string | null
  /** The due is a deadline in the text, not merely the year the document is about. */
  readonly dueStated: boolean
  readonly hedge: string | null
  readonly modality: BodyOf<'action'>['modality'] | null
  /** Day of the document. */
  readonly on: string | null
}

type Able = Finding & { readonly body: BodyOf<'quantity'> | BodyOf<'milestone'> | BodyOf<'action'> }

/** The pledges of a document in the order of its text. */
export function pledgesOf({ reading }: Side): readonly Pledge[] {
  const able = reading.findings.filter(isAble)
  const byId = new Map(able.map((it) => [String(it.ordinal), it]))
  return duties(able.map((it) => ({ id: String(it.ordinal), anchor: it.anchor, body: it.body }))).flatMap(
    ({ speaker, echoes }) => {
      const it = byId.get(speaker)
      const others = echoes.flatMap((id) => byId.get(id) ?? [])
      return it === undefined ? [] : [pledge('pledged', it, others, reading.facts)]
    },
  )
}

/** What a document says that is no pledge, but may answer one: facts, what is done, and mere words. */
export function remarksOf({ reading }: Side): readonly Pledge[] {
  return reading.findings.filter(isAble).flatMap((it) => {
    const { body } = it
    const reported =
      (body.kind === 'quantity' && body.role !== 'target') ||
      (body.kind === 'milestone' && body.status === 'done')
    if (reported) return [pledge('reported', it, [], reading.facts)]
    return body.kind === 'action' && !body.operational ? [pledge('spoken', it, [], reading.facts)] : []
  })
}

function isAble(finding: Finding): finding is Able {
  const { kind } = finding.body
  return kind === 'quantity' || kind === 'milestone' || kind === 'action'
}

function pledge(
  standing: Pledge['standing'],
  it: Able,
  echoes: readonly Able[],
  facts: DocumentFacts,
): Pledge {
  const { body, anchor } = it
  const bodies = [body, ...echoes.map((echo) => echo.body)]
  const quantity = body.kind === 'quantity' ? body : null
  const milestone = bodies.find((one) => one.kind === 'milestone') ?? null
  const action = bodies.find((one) => one.kind === 'action') ?? null
  const due = quantity?.period?.end ?? milestone?.due ?? dateIn(anchor.quote, facts.date)
  const name = nameOf(body)
  const actor = plainActor(body.actor)
  return {
    standing,
    ordinal: it.ordinal,
    anchor,
    kind: body.kind,
    actor,
    bare: actor.length > 2 ? actor.replace(/[市区县镇]$/u, '') : actor,
    actorless: actor === '' || actor === facts.region,
    theme: action?.theme ?? '',
    name,
    subject: subjectOf(name, anchor.quote, actor),
    quantity,
    event: milestone?.event ?? null,
    due,
    last: lastDay(due, facts.date),
    dueStated: milestone?.due != null || (quantity?.period?.end != null && quantity.period.start === null),
    hedge: hedgeIn(quantity?.hedge ?? anchor.quote),
    modality: action?.modality ?? null,
    on: facts.date,
  }
}

/** The one date that a sentence names itself, where the reading gave it to none of its findings. */
function dateIn(quote: string, on: string | null): string | null {
  const year = on === null ? null : Number(on.slice(0, 4))
  const dates = datesIn(quote, 0, quote.length, { year, day: on })
  return dates.length === 1 ? (dates[0]?.due ?? dates[0]?.period?.end ?? null) : null
}

function nameOf(body: Able['body']): string {
  if (body.kind === 'quantity') return body.indicator
  return body.kind === 'milestone' ? body.subject : body.text
}

/** Stretches of time and brackets are no actors, whatever a reading says. */
function plainActor(actor: string): string {
  return /^[（(]|^(?:全|今|明|本)年|^会后/u.test(actor) ? '' : actor
}
