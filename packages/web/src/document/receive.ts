import { refusalReply, routes, urlOf } from '@gangmu/contract'
import { Refused } from '../api/ask.js'

/** Sends one file and tells how far it is, 0–100. `fetch` cannot say that, so this one call is made by hand. */
export function receive(
  file: File,
  unit: string,
  onProgress: (percent: number) => void,
): Promise<{ readonly id: string; readonly known: boolean }> {
  const { method } = routes.document.receive
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open(method, urlOf(routes.document.receive, { query: { unit } }))
    sending.responseType = 'json'
    sending.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100))
    })
    sending.addEventListener('error', () => reject(new Refused(0, [])))
    sending.addEventListener('load', () => {
      const reply = routes.document.receive.reply.safeParse(sending.response)
      if (sending.status < 300 && reply.success) return resolve(reply.data)
      const refusals = refusalReply.safeParse(sending.response)
      reject(new Refused(sending.status, refusals.success ? refusals.data.refusals : []))
    })
    const form = new FormData()
    form.append('file', file)
    sending.send(form)
  })
}
