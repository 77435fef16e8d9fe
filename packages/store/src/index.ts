export { type Scope, type Units, everything } from './scope.js'
export { type Reader, type Store, type Writer, createStore } from './store.js'
export { type EmbeddedOptions, type ServerOptions, openEmbedded, openServer } from './open.js'
export { type Locks } from './locks.js'
export { type Listening, tell } from './news.js'
export { type Migrated, migrate } from './migrate.js'
export { type Running } from './running.js'
export { type Pool, createPool } from './pool.js'
export { type NewAccount, accountIds, insertAccounts } from './sign-in/accounts.js'
export { signingSecret } from './sign-in/secret.js'
export { sessionHolds } from './sign-in/session-holds.js'
export { keepSetupToken, setupTokenHolds, takeSetupToken } from './sign-in/setup.js'
export { enterScope } from './store.js'
export {
  type PlaceRow,
  findPlace,
  holdMap,
  insertPlace,
  raiseUnitsVersion,
  unitsVersion,
} from './place/place.js'
export { insertThemes, listThemes } from './place/themes.js'
export { type Register, insertRegister, isUnit, listTiles, registerAt, unitNames } from './unit/register.js'
export { builtUpon, nextKnown, publishChange, territoryNow, unpublishChange } from './unit/territory.js'
export * from './reorganisation/reorganisations.js'
export { type HeldPost, passPosts, postsFrom } from './people/posts.js'
export { type PersonRow, type PostRow, findPerson, insertPeople, listPeople } from './people/people.js'
export {
  type EntryRow,
  type NewEntry,
  entriesOfKind,
  insertEntries,
  insertEntry,
  listEntries,
} from './ledger/entries.js'
export { type RequestRow, findRequest, insertRequest } from './ledger/requests.js'
export { evidenceOf, findBlob, insertBlob, insertEvidence } from './document/blobs.js'
export * from './document/documents.js'
export * from './document/reading.js'
export * from './document/findings.js'
export { type CounterpartRow, counterpartsOf } from './document/counterparts.js'
export {
  type CommitmentFilter,
  type CommitmentOrder,
  type StandingCount,
  commitmentPage,
  countSides,
  countStandings,
} from './commitment/skeleton.js'
export * from './commitment/commitments.js'
export * from './commitment/actions.js'
