export { compareLanguage as run } from './compare.js'
