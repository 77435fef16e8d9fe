import type { Role } from '../pack/pack.js'

/** A post a person holds on the day of the request. */
export interface Post {
  readonly unit: string
  readonly role: Role
  /** The units this post answers for, itself included: `reach` of its unit on the day. */
  readonly scope: ReadonlySet<string>
}

export interface Subject {
  readonly person: string
  readonly name: string
  readonly posts: readonly Post[]
}

// One sentence per verb. A screen asks the same function the server does.

/** The units a person may act for. */
export function offices(subject: Subject): readonly string[] {
  return subject.posts.filter((post) => post.role === 'office').map((post) => post.unit)
}

/** An auditor reads all and changes nothing. */
export function mayReadAll(subject: Subject): boolean {
  return subject.posts.some((post) => post.role === 'auditor')
}

/** An administrator keeps accounts and the pack, and sees no duty. */
export function mayAdminister(subject: Subject): boolean {
  return subject.posts.some((post) => post.role === 'administrator')
}

/** The ledger is read by auditors and administrators. */
export function mayReadEntries(subject: Subject): boolean {
  return mayReadAll(subject) || mayAdminister(subject)
}

/** An administrator reads what entries about accounts and the pack say, and of all others only that they are there. */
export function mayReadEntry(subject: Subject, kind: string): boolean {
  return mayReadAll(subject) || (mayAdminister(subject) && /^(?:account|pack)\./.test(kind))
}

/** An office receives documents for its own unit. */
export function mayReceiveFor(subject: Subject, unit: string): boolean {
  return offices(subject).includes(unit)
}

/** The office that received a document reviews it, and so does an office above it. */
export function mayReview(subject: Subject, receivedBy: string): boolean {
  return subject.posts.some((post) => post.role === 'office' && post.scope.has(receivedBy))
}

/** The units a person's offices answer for: where the person may change something at all. */
export function answersFor(subject: Subject): readonly string[] {
  const posts = subject.posts.filter((post) => post.role === 'office')
  return [...new Set(posts.flatMap((post) => [...post.scope]))]
}

/** A document is read by those above it, by auditors, and by whoever works under one of its sentences. */
export function mayReadDocument(subject: Subject, receivedBy: string, hasDutyFromIt: boolean): boolean {
  return hasDutyFromIt || mayReadAll(subject) || mayReview(subject, receivedBy)
}

/** A commitment is read by its two sides, by those above either, and by auditors. */
export function mayReadCommitment(subject: Subject, it: { issuer: string; owner: string }): boolean {
  return (
    mayReadAll(subject) ||
    subject.posts.some(
      (post) => post.role === 'office' && (post.scope.has(it.owner) || post.unit === it.issuer),
    )
  )
}

/** An issuer hands duties to units it answers for, never to itself. */
export function mayAssignTo(subject: Subject, issuer: string, owner: string): boolean {
  return (
    issuer !== owner &&
    subject.posts.some((post) => post.role === 'office' && post.unit === issuer && post.scope.has(owner))
  )
}

/** The office of the place's own city changes the map. */
export function mayReorganise(subject: Subject, city: string): boolean {
  return offices(subject).includes(city)
}

/** Drafts of the map are read by who makes them, and by auditors. */
export function mayReadReorganisations(subject: Subject, city: string): boolean {
  return mayReadAll(subject) || mayReorganise(subject, city)
}

/** Which units' commitments a reader sees; `all` for auditors. The store turns it into SQL. */
export type Visible =
  | { readonly all: true }
  | { readonly all: false; readonly owners: readonly string[]; readonly issuers: readonly string[] }

export function visible(subject: Subject): Visible {
  if (mayReadAll(subject)) return { all: true }
  return { all: false, owners: answersFor(subject), issuers: offices(subject) }
}
