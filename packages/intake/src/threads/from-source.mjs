// From source a thread has to load TypeScript by itself: Node 20 does not hand the loader of this process on.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
export const { run } = await import(workerData.source)
