export { restore, restoreRules, type RestoreOptions } from './restore.js'
export { toReceived, toRestored } from './offsets.js'
