import { useRef } from 'react'
import { requestId } from './request-id.js'

/** The same content keeps its request id, so that sending it again does nothing twice; new content gets a new one. */
export function useRequestId(): (content: unknown) => string {
  const last = useRef({ content: '', id: '' })
  return (content) => {
    const text = JSON.stringify(content)
    if (text !== last.current.content) last.current = { content: text, id: requestId() }
    return last.current.id
  }
}
