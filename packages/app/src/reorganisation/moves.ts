import {
  type HeldPost,
  type Reader,
  type StoredCommitment,
  countReceivedBy,
  livingOf,
  postsFrom,
} from '@gangmu/store'

/** What goes from units that end to their heirs. */
export interface Moves {
  readonly commitments: readonly {
    readonly it: StoredCommitment
    readonly owner: string
    readonly issuer: string
  }[]
  readonly posts: readonly (HeldPost & { readonly heir: string })[]
  readonly documents: readonly { readonly unit: string; readonly heir: string; readonly count: number }[]
}

/** All that is with these units and has not come to an end. `heirOf` answers a unit that stands with itself. */
export async function movesOf(
  db: Reader,
  ended: readonly string[],
  heirOf: (unit: string) => string,
  on: string,
): Promise<Moves> {
  if (ended.length === 0) return { commitments: [], posts: [], documents: [] }
  const living = await livingOf(db, ended)
  const posts = await postsFrom(db, ended, on)
  const documents = await countReceivedBy(db, ended)
  return {
    commitments: living.map((it) => ({ it, owner: heirOf(it.owner), issuer: heirOf(it.issuer) })),
    posts: posts.map((it) => ({ ...it, heir: heirOf(it.unit) })),
    documents: documents.map((it) => ({ ...it, heir: heirOf(it.unit) })),
  }
}
