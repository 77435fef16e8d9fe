import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { type ChatServer, createModel } from './chat.js'
import type { Model } from './model.js'

type Environment = Readonly<Record<string, string | undefined>>

const needed = ['GANGMU_MODEL_URL', 'GANGMU_MODEL_KEY', 'GANGMU_MODEL_NAME'] as const
const seconds = { variable: 'GANGMU_MODEL_TIMEOUT', least: 1, most: 600, usual: 60 }
const characters = { variable: 'GANGMU_MODEL_MAX_CHARACTERS', least: 1000, most: 300_000, usual: 60_000 }

/** How many times the time of one question all of a text may take. */
const QUESTIONS = 3
const AT_ONCE = 3

/**
 * The model the environment names; null where it names none: then nothing is ever sent anywhere. Half a setting is
 * refused with `model.half-set`, a value that cannot be used with `model.bad-setting`. No refusal holds a value.
 */
export function modelFrom(env: Environment): Result<Model | null> {
  const set = needed.filter((it) => isSet(env[it]))
  if (set.length === 0) return accepted(null)
  const missing = needed.filter((it) => !isSet(env[it]))
  if (missing.length > 0) {
    return refused(...missing.map((it) => refusal('model.half-set', it, { set: set.join(', ') })))
  }
  const [url, key, name] = needed.map((it) => env[it]?.trim() ?? '')
  const address = addressOf(url ?? '')
  const timeout = numberFrom(env, seconds)
  const most = numberFrom(env, characters)
  const wrong = [
    ...(address === null ? [bad('GANGMU_MODEL_URL', 'address')] : []),
    // Another character would break the header, and the error would show the key.
    ...(/^[\x21-\x7e]{1,4096}$/.test(key ?? '') ? [] : [bad('GANGMU_MODEL_KEY', 'key')]),
    ...(/^[\x21-\x7e]{1,200}$/.test(name ?? '') ? [] : [bad('GANGMU_MODEL_NAME', 'name')]),
    ...(timeout === null ? [bad(seconds.variable, 'number', seconds)] : []),
    ...(most === null ? [bad(characters.variable, 'number', characters)] : []),
  ]
  if (wrong.length > 0 || address === null || timeout === null || most === null) return refused(...wrong)
  const callMs = timeout * 1000
  const limits = { characters: most, callMs, textMs: callMs * QUESTIONS, atOnce: AT_ONCE }
  const server: ChatServer = { address, key: key ?? '', name: name ?? '', limits }
  return accepted(createModel(server))
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== ''
}

/** Where questions are posted to: the base as the chat API documents it, with or without a slash. */
function addressOf(base: string): URL | null {
  if (!URL.canParse(base)) return null
  const url = new URL(base)
  // Whoever writes a password into an address will see it in a log.
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '')
    return null
  url.pathname = `${url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '')}/chat/completions`
  return url
}

function numberFrom(env: Environment, { variable, least, most, usual }: typeof seconds): number | null {
  const value = env[variable]?.trim() ?? ''
  if (value === '') return usual
  const number = Number(value)
  return Number.isInteger(number) && number >= least && number <= most ? number : null
}

function bad(variable: string, expected: string, range?: { readonly least: number; readonly most: number }) {
  return refusal('model.bad-setting', variable, {
    expected,
    least: range?.least ?? null,
    most: range?.most ?? null,
  })
}
