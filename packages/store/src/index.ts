export { type Scope, type Units, everything } from './scope.js'
export { type Reader, type Store, type Writer, createStore } from './store.js'
