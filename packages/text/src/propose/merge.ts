import { anchorAt, type Finding, type FindingBody, modelRule } from '@gangmu/core'
import type { Draft } from '../extract/rule.js'
import type { Span } from '../outline/types.js'

export interface Merged {
  readonly findings: readonly Finding[]
  /** Proposals that became findings of their own. */
  readonly added: number
  /** Proposals that say what the rules found. */
  readonly agreed: number
  /** Proposals that say what another proposal said. */
  readonly twice: number
}

/**
 * The findings of the rules, each as it was and where it was, and behind them what only the model proposed. A proposal
 * about the same thing as a finding of the same kind is kept on it: what the rules say holds.
 */
export function mergeProposals(text: string, found: readonly Finding[], proposals: readonly Draft[]): Merged {
  const same = index(found.flatMap((it) => thingsOf(text, it)))
  const proposed = new Map<Finding, Draft>()
  const own: Draft[] = []
  const ownIndex = index<Draft>([])
  let twice = 0
  for (const draft of proposals.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const thing = { it: draft, ...thingOf(text, draft, draft.body), body: draft.body }
    const finding = same.find(thing)
    if (finding !== null) {
      if (proposed.has(finding)) twice += 1
      else proposed.set(finding, draft)
      continue
    }
    if (ownIndex.find(thing) !== null) {
      twice += 1
      continue
    }
    ownIndex.add(thing)
    own.push(draft)
  }
  const kept = found.map((it) => {
    const draft = proposed.get(it)
    if (draft === undefined) return it
    return { ...it, proposal: { quote: text.slice(draft.start, draft.end), body: draft.body } }
  })
  const last = found.reduce((most, it) => Math.max(most, it.ordinal), 0)
  const added = own.map((it, at) => ({
    ordinal: last + at + 1,
    rule: modelRule,
    anchor: anchorAt(text, it.start, it.end),
    body: it.body,
  }))
  return { findings: [...kept, ...added], added: added.length, agreed: proposed.size, twice }
}

interface Thing<T> extends Span {
  readonly it: T
  readonly body: FindingBody
}

/** Width of the boxes in which things are looked up, in UTF-16 units: about a sentence. */
const BOX = 64

/** Finds what is the same thing without asking every finding of the text. */
function index<T>(things: readonly Thing<T>[]) {
  const boxes = new Map<string, Thing<T>[]>()
  const names = new Map<string, T>()
  const add = (it: Thing<T>): void => {
    for (const name of namesOf(it.body)) if (!names.has(name)) names.set(name, it.it)
    for (let at = Math.floor(it.start / BOX); at * BOX < it.end; at += 1) {
      const box = boxes.get(`${it.body.kind} ${at}`)
      if (box) box.push(it)
      else boxes.set(`${it.body.kind} ${at}`, [it])
    }
  }
  const find = (it: Thing<unknown>): T | null => {
    const named = names.get(namesOf(it.body)[0] ?? '')
    if (named !== undefined) return named
    let best: { readonly it: T; readonly shared: number } | null = null
    for (let at = Math.floor(it.start / BOX); at * BOX < it.end; at += 1) {
      for (const other of boxes.get(`${it.body.kind} ${at}`) ?? []) {
        const shared = Math.min(it.end, other.end) - Math.max(it.start, other.start)
        if (shared > (best?.shared ?? 0) && mayBeSame(it.body, other.body)) best = { it: other.it, shared }
      }
    }
    return best?.it ?? null
  }
  for (const it of things) add(it)
  return { add, find }
}

/** What is named once for the whole text, wherever it is quoted from; its own name first. */
function namesOf(body: FindingBody): readonly string[] {
  switch (body.kind) {
    case 'entity':
      return [body.name, ...body.aka].map((it) => `${body.kind} ${it}`)
    case 'project':
    case 'agreement':
      return [`${body.kind} ${body.name}`]
    case 'relation':
      return [JSON.stringify([body.type, body.from, body.to])]
    case 'quantity':
    case 'milestone':
    case 'action':
      return []
  }
}

/** Two relations of one clause are two things, unless they relate the same. */
function mayBeSame(a: FindingBody, b: FindingBody): boolean {
  return a.kind !== 'relation' || b.kind !== 'relation' || (a.from === b.from && a.to === b.to)
}

/** What a finding of the rules is about; the size that makes things count (10亿元以上项目6个) belongs to the figure. */
function thingsOf(text: string, it: Finding): readonly Thing<Finding>[] {
  const { anchor, body } = it
  const own = { it, ...thingOf(text, anchor, body), body }
  if (body.kind !== 'quantity' || body.threshold === null) return [own]
  const size = thingOf(text, anchor, { ...body, raw: body.threshold.raw })
  return size.end - size.start === body.threshold.raw.length ? [own, { it, ...size, body }] : [own]
}

/** What of a quote the finding is about: a clause may hold two figures, and two quotes the same one. */
function thingOf(text: string, { start, end }: Span, body: FindingBody): Span {
  const words = wordsOf(body)
  const at = words === '' ? -1 : text.indexOf(words, start)
  return at < 0 || at + words.length > end ? { start, end } : { start: at, end: at + words.length }
}

function wordsOf(body: FindingBody): string {
  switch (body.kind) {
    case 'quantity':
      return body.raw
    case 'milestone':
      return body.event
    case 'action':
      return body.text
    case 'entity':
    case 'project':
    case 'agreement':
      return body.name
    case 'relation':
      return ''
  }
}
