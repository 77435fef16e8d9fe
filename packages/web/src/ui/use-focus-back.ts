import { useEffect } from 'react'

/** When what this stands in is closed, the focus goes back to where it was opened from, unless it is elsewhere by then. */
export function useFocusBack(): void {
  useEffect(() => {
    const opener = document.activeElement
    return () => {
      // The element that had the focus is taken out of the page after this.
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body
        if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus()
      })
    }
  }, [])
}
