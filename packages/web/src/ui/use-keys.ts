import { useEffect, useRef } from 'react'

type Deeds = Readonly<Record<string, () => void>>

/** Single keys of a page. They rest while somebody types, chooses from a list, or holds a modifier. */
export function useKeys(deeds: Deeds): void {
  const latest = useRef(deeds)
  useEffect(() => {
    latest.current = deeds
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const at = event.target
      if (
        at instanceof Element &&
        at.closest('input,textarea,select,[contenteditable],[role=combobox],.ant-drawer')
      ) {
        return
      }
      const deed = latest.current[event.key]
      if (deed === undefined) return
      event.preventDefault()
      deed()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
