import { type Possibility, type Subject, allocation, mayAssignTo, next, offices, visible } from '@gangmu/core'
import {
  type Reader,
  type StoredCommitment,
  ancestorsOf,
  childValues,
  childrenOf,
  documentTitle,
  findCommitments,
  historyOf,
  livingChildren,
  newestOf,
} from '@gangmu/store'
import type { App } from '../app.js'
import { unfenced } from '../scope.js'
import type { RegisterOn } from '../unit/register.js'
import { commitmentRow } from './present.js'
import type { CommitmentDetail, HistoryLine, Sentence } from './reply.js'

/** Everything a reader may know of one commitment that was found for the reader. */
export async function commitmentDetail(
  app: App,
  db: Reader,
  subject: Subject,
  it: StoredCommitment,
  register: RegisterOn,
): Promise<CommitmentDetail> {
  const seen = visible(subject)
  const row = (some: StoredCommitment) => commitmentRow(app, some, register)
  const whole = await unfenced(db, subject, async () => ({
    ancestors: await ancestorsOf(db, it.id),
    values: await childValues(db, it.id),
    living: await livingChildren(db, it.id),
  }))
  const above = await findCommitments(db, seen, whole.ancestors)
  const below = await childrenOf(db, seen, it.id)
  const asker = { person: subject.person, offices: offices(subject) }
  const possibilities = next(it, asker, whole.living)
  return {
    commitment: row(it),
    sentence: await sentenceOf(db, it),
    above: above.map(row),
    below: below.map(row),
    allocation: allocation(it.target, whole.values),
    history: await history(db, it.id, register),
    next: [...possibilities],
    assignable: assignable(subject, it, possibilities, register),
  }
}

async function history(db: Reader, id: string, register: RegisterOn): Promise<HistoryLine[]> {
  const lines = await historyOf(db, id)
  return lines.map(({ action, entry }) => ({
    seq: action.seq,
    at: action.at,
    on: action.on,
    by: action.by,
    byName: action.byName,
    behalf: action.behalf,
    behalfName: register.nameOf(action.behalf),
    verb: action.verb,
    body: { ...action.body },
    entry,
  }))
}

/** The sentence in the newest restored text of its document. Whoever sees a duty may read what it goes back to. */
async function sentenceOf(db: Reader, it: StoredCommitment): Promise<Sentence | null> {
  if (it.finding === null) return null
  const found = await newestOf(db, it.finding)
  if (found === null) return null
  const title = await documentTitle(db, found.document)
  if (title === null) return null
  const { start, end, quote } = found.anchor
  const from = found.text.lastIndexOf('\n', start - 1) + 1
  const to = found.text.indexOf('\n', end)
  return {
    document: found.document,
    documentTitle: title,
    finding: found.id,
    start,
    end,
    quote,
    paragraph: found.text.slice(from, to === -1 ? found.text.length : to),
    offset: start - from,
  }
}

/** Units the reader may hand it to, by the side on which the reader stands now, in the order of names. */
function assignable(
  subject: Subject,
  it: StoredCommitment,
  possibilities: readonly Possibility[],
  register: RegisterOn,
): CommitmentDetail['assignable'] {
  const may = (verb: Possibility['verb']) => possibilities.some((one) => one.verb === verb && !one.refusal)
  const givers = [
    ...(may('assign') || may('transfer') ? [it.issuer] : []),
    ...(may('cascade') ? [it.owner] : []),
  ]
  return register.units
    .filter((unit) => givers.some((giver) => mayAssignTo(subject, giver, unit.unit)))
    .map((unit) => ({ unit: unit.unit, name: unit.name, kind: unit.kind }))
}
