export { readLanguage as run } from './language.js'
