import type { DropReason, ModelAnswer, ModelFailure, ModelNote, Reading } from '@gangmu/core'
import type { Draft } from '../extract/rule.js'
import { listIn } from './answer.js'
import { namesIn } from './grounded.js'
import { mergeProposals } from './merge.js'
import type { Passage } from './passages.js'
import { proposalsIn } from './proposals.js'
import { promptVersion } from './prompt.js'

/** What a model was asked about a text, and what it said. */
export interface Heard {
  /** The model, as it is set. */
  readonly name: string
  readonly answers: readonly { readonly passage: Passage; readonly answer: ModelAnswer }[]
  /** UTF-16 units of the text that it was not shown. */
  readonly unseen: number
}

/** A server that calls itself otherwise in each answer is not listed for ever. */
const VERSIONS = 3

/**
 * The reading of the rules with what a model proposed, and a note of how it took part. Whatever the answers are, the
 * findings of the rules stay as they were. Where no answer was proper, the reading is that of the rules alone.
 */
export function hear(text: string, reading: Reading, { name, answers, unseen }: Heard): Reading {
  const drafts: Draft[] = []
  const dropped: DropReason[] = []
  const failures: ModelFailure[] = []
  const versions = new Set<string>()
  const names = namesIn(reading.findings)
  for (const { passage, answer } of answers) {
    const list = answer.ok ? listIn(answer.content) : null
    if (list === null) {
      failures.push(answer.ok ? 'nonsense' : answer.failure)
      continue
    }
    if (answer.ok && answer.version !== null) versions.add(answer.version)
    const proposals = proposalsIn(list, text, passage, names)
    drafts.push(...proposals.kept)
    dropped.push(...proposals.dropped)
  }
  const { findings, added, agreed, twice } = mergeProposals(text, reading.findings, drafts)
  const answered = answers.length - failures.length
  const model: ModelNote = {
    name,
    version: [...versions].toSorted().slice(0, VERSIONS).join(', ') || null,
    prompt: promptVersion,
    asked: answers.length,
    answered,
    unseen,
    added,
    agreed,
    dropped: countOf([...dropped, ...Array.from({ length: twice }, () => 'twice' as const)]),
    failure: failures[0] ?? null,
  }
  return withModel({ ...reading, findings }, model)
}

/** Notes how a model took part. Another model, another version of it or another question make another reading. */
export function withModel(reading: Reading, model: ModelNote): Reading {
  const { name, version, prompt, answered } = model
  const named = version === null || version === name ? name : `${name}(${version})`
  return { ...reading, rules: answered === 0 ? reading.rules : `${reading.rules}+${named}+${prompt}`, model }
}

function countOf(reasons: readonly DropReason[]): ModelNote['dropped'] {
  const counts: Partial<Record<DropReason, number>> = {}
  for (const it of reasons) counts[it] = (counts[it] ?? 0) + 1
  return counts
}
