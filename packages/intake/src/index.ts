export { receive, tooLarge } from './receive.js'
export { type ArchiveLimits, type IntakeLimits, defaultLimits } from './limits.js'
export { type MediaType, type Received, acceptedExtensions } from './received.js'
