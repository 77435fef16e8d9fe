import { parentPort, workerData } from 'node:worker_threads'
import { type CompareGiven, compareLanguage } from './compare.js'

const given: CompareGiven = workerData

parentPort?.postMessage(await compareLanguage(given))
