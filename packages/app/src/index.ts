export type { App, Base, PlaceOfWork, Ports } from './app.js'
export { type CreateGiven, createApp, systemPorts } from './create.js'
export { today } from './today.js'
export { type Home, type Opened, openHome } from './open.js'
export { offerSetup, setupHolds, useSetup } from './sign-in/setup.js'
export { makeAccounts, sessionHolds, signingSecret, withAccount } from './sign-in/sign-in.js'
export { createReader, type DocumentReader, type ReadGiven } from './reading/reader.js'
export type { ReadText } from './reading/language.js'
export type { Model, ModelLimits } from './model/model.js'
export { modelFrom } from './model/settings.js'
export { askAbout } from './model/ask-about.js'

export { type Loaded, loadPack } from './pack/load.js'

export type * from './document/reply.js'
export {
  type ReceiveGiven,
  type ReceivedDocument,
  receiveByLoad,
  receiveDocument,
} from './document/receive.js'
export { type ReadDone, readPending } from './document/read-pending.js'
export { listDocuments } from './document/list.js'
export { getDocument } from './document/get.js'
export { listCounterparts } from './document/counterparts.js'
export { driftOf } from './document/drift.js'
export { type RefuseRepairGiven, refuseRepair } from './document/refuse-repair.js'
export { changesOf } from './document/changes.js'
export { type WatchGiven, type Watching, beAt, watchDocument } from './document/watch.js'
export { type DecideGiven, decideFinding } from './document/decide.js'
export { acceptAll } from './document/accept-all.js'

export type * from './commitment/reply.js'
export { listCommitments } from './commitment/list.js'
export { getCommitment } from './commitment/get.js'
export { act } from './commitment/act.js'
export { dispatch } from './commitment/dispatch.js'
export { listThemes } from './commitment/themes.js'
export { keepEvidence } from './commitment/evidence.js'
export { evidenceFile } from './commitment/evidence-file.js'

export type * from './unit/reply.js'
export { listUnits } from './unit/list.js'
export { coverageOf } from './unit/coverage.js'
export { tiles } from './unit/tiles.js'

export type * from './reorganisation/reply.js'
export { changeReorganisation, draftReorganisation } from './reorganisation/draft.js'
export { getReorganisation, listReorganisations } from './reorganisation/list.js'
export { previewReorganisation } from './reorganisation/preview.js'
export { type PublishRequest, publishReorganisation } from './reorganisation/publish.js'
export { undoReorganisation } from './reorganisation/undo.js'
export { carryOutDue } from './reorganisation/due.js'

export type * from './overview/reply.js'
export { overview } from './overview/overview.js'
export { listEntries } from './overview/entries.js'

export { type ProjectionDefect, projectionDefects } from './ledger/projection.js'

export type * from './people/reply.js'
export { type Account, accounts } from './people/accounts.js'
export { listPeople } from './people/list.js'
export { me } from './people/me.js'
export { placeInfo } from './people/place.js'
export { subjectOf } from './people/subject-of.js'
