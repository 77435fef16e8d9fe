import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { type Language, languages, type Words } from './words.js'
import { zhCn } from './zh-cn.js'

interface Speech {
  readonly words: Words
  readonly language: Language
  readonly speak: (language: Language) => void
}
const SpeechContext = createContext<Speech>({ words: zhCn, language: 'zh-CN', speak: () => undefined })

const KEPT = 'gangmu.language'
const kept = localStorage.getItem(KEPT)
const atStart: Language = languages.find((it) => it === kept) ?? 'zh-CN'

/** Chinese is in the first load; English is fetched when somebody asks for it. */
export function SpeechProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(atStart)
  const [english, setEnglish] = useState<Words | null>(null)
  useEffect(() => {
    if (language === 'en' && english === null) void import('./en.js').then((it) => setEnglish(it.en))
  }, [language, english])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speech = useMemo<Speech>(
    () => ({
      words: language === 'en' && english !== null ? english : zhCn,
      language,
      speak: (next) => {
        localStorage.setItem(KEPT, next)
        setLanguage(next)
      },
    }),
    [language, english],
  )
  if (language === 'en' && english === null) return null
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useWords(): Words {
  return useContext(SpeechContext).words
}

export function useSpeech(): Speech {
  return useContext(SpeechContext)
}
