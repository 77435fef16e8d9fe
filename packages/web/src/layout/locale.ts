import { useEffect, useState } from 'react'
import type { Locale } from 'antd/es/locale'
import { useSpeech } from '../words/use-words.js'

/** antd's own few words, fetched beside the page. */
export function useLocale(): Locale | undefined {
  const { language } = useSpeech()
  const [locale, setLocale] = useState<Locale>()
  useEffect(() => {
    let wanted = true
    const loading = language === 'en' ? import('antd/es/locale/en_US.js') : import('antd/es/locale/zh_CN.js')
    void loading.then((it) => wanted && setLocale(it.default))
    return () => {
      wanted = false
    }
  }, [language])
  return locale
}
