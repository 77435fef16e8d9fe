import { parentPort, workerData } from 'node:worker_threads'
import { readLanguage } from './language.js'
import type { ReadGiven } from './reader.js'

const given: ReadGiven = workerData

parentPort?.postMessage(await readLanguage(given))
