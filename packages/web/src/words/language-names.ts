import type { Language } from './words.js'

/** Each language in its own words, so that one who reads only it finds it. */
export const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' }
