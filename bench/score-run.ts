// Runs the scorer that lies beside the truth and flattens what it says.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

interface Kind {
  readonly skipped?: boolean
  readonly gold: number
  readonly system: number
  readonly tp: number
  readonly role?: number
  readonly period?: number
}
type Scores = Readonly<Record<string, number>>

/** F1, precision and recall per kind and document, and over all; null where no scorer is there. */
export function scoreAll(
  program: string,
  truth: string,
  out: string,
): { documents: Readonly<Record<string, Scores>>; total: Scores } | null {
  if (!existsSync(program)) return null
  const said = JSON.parse(scorer(program, ['--all', truth, out, '--json']))
  const documents = Object.fromEntries(
    Object.entries(said.documents).map(([slug, it]) => [
      slug,
      flat((it as { kinds: Record<string, Kind> }).kinds),
    ]),
  )
  return { documents, total: flat(said.total.kinds) }
}

function flat(kinds: Readonly<Record<string, Kind>>): Scores {
  const scores: Record<string, number> = {}
  for (const [name, { skipped, gold, system, tp, role, period }] of Object.entries(kinds)) {
    if (skipped || gold === 0) continue
    const precision = system ? tp / system : 0
    const recall = tp / gold
    scores[`${name}.p`] = round(precision)
    scores[`${name}.r`] = round(recall)
    scores[`${name}.f1`] = round(precision + recall ? (2 * precision * recall) / (precision + recall) : 0)
    if (role !== undefined && tp) scores['role'] = round(role / tp)
    if (period !== undefined && tp) scores['period'] = round(period / tp)
  }
  return scores
}

/** Character error rate of a restored text, or null where its truth or the scorer is not there. */
export function characterErrors(
  program: string,
  received: string,
  restored: string,
  gold: string,
): number | null {
  if (!existsSync(gold) || !existsSync(program)) return null
  return JSON.parse(scorer(program, ['--restore', received, restored, gold, '--json'])).cer
}

/** Every miss and false finding, a line each. */
export function scoreErrors(program: string, truth: string, out: string): string {
  return readdirSync(truth)
    .filter((it) => it.endsWith('.gold.jsonl'))
    .map((it) =>
      scorer(program, [join(truth, it), join(out, it.replace('.gold.jsonl', '.jsonl')), '--errors']),
    )
    .join('\n')
}

function scorer(program: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
