import { refusalReply, routes, urlOf } from '@gangmu/contract'
import { Refused } from '../api/ask.js'

/** Sends one file and tells how far it is, 0–100. `fetch` cannot say that, so this one call is made by hand. */
export function receive(file: File, unit: string, onProgress: (percent: number) => void): Promise<Receipt> {
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
      const reply: unknown = sending.response
      if (sending.status < 300 && isReceipt(reply)) return resolve(reply)
      const refusals = refusalReply.safeParse(sending.response)
      reject(new Refused(sending.status, refusals.success ? refusals.data.refusals : []))
    })
    const form = new FormData()
    form.append('file', file)
    sending.send(form)
  })
}

interface Receipt {
  readonly id: string
  readonly known: boolean
}

// By hand: the schemas of routes are not there in the browser.
function isReceipt(it: unknown): it is Receipt {
  if (typeof it !== 'object' || it === null) return false
  return 'id' in it && typeof it.id === 'string' && 'known' in it && typeof it.known === 'boolean'
}
