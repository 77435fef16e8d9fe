export type Language = 'zh' | 'en'

/** As the terminal says it: Chinese where its language is Chinese, otherwise English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const said = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANGUAGE'] || env['LANG'] || ''
  return said.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
