/** `all` for auditors and for the system's own work, otherwise units by id. */
export type Units = 'all' | readonly string[]

/**
 * What a transaction may see and change. It is handed to PostgreSQL as settings of the transaction, where row-level
 * security checks it a second time; without a scope nothing is visible.
 */
export interface Scope {
  /** Whose duties and documents are read. */
  readonly readOwners: Units
  /** On whose behalf duties were handed out that are read. */
  readonly readIssuers: Units
  /** Units on whose behalf something is changed. */
  readonly write: Units
}

/** The system's own work: loading a pack, reading documents, rebuilding caches. */
export const everything: Scope = { readOwners: 'all', readIssuers: 'all', write: 'all' }
