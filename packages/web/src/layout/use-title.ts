import { useEffect } from 'react'
import { usePlace } from '../session/use-session.js'
import { useWords } from '../words/use-words.js'

/** The title of the browser tab; says where the place is simulated. */
export function useTitle(title: string): void {
  const words = useWords()
  const { data: place } = usePlace()
  const mark = place?.simulated === true ? words.simulated.title : ''
  useEffect(() => {
    document.title = `${mark}${title} · ${words.app.name}`
  }, [mark, title, words])
}
