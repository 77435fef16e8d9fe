export { createServer, type ServerDeps } from './server.js'
export { createSessions, type Sessions } from './session/sessions.js'
export { hashPassword } from './session/password.js'
