import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '@gangmu/app'
import type * as Server from '@gangmu/server'
import type { Plan, Place } from '../place/open-place.js'
import { openPlace, planOf } from '../place/open-place.js'
import { complainOf, createSpeaker, type Speaker, tableOf } from '../place/print.js'
import { modelOf } from '../place/model-of.js'
import type { Filling } from '../place/fill.js'
import { networkRefusal } from '../place/network.js'
import { portRefusal } from '../place/port.js'
import { root } from '../place/root.js'
import { modelWords } from '../words/model.js'
import { startOptions, type StartOptions } from './start-options.js'

/** `gangmu start`: the place with its demo. */
export function run(args: readonly string[]): Promise<number> {
  return runPlace(args, true)
}

/** Opens, fills and serves a place until it is told to stop; answers the exit code. */
export async function runPlace(args: readonly string[], demo: boolean): Promise<number> {
  const speaker = createSpeaker(process.env)
  if (args.includes('--help') || args.includes('-h')) {
    speaker.say(speaker.words.usage(demo ? 'start' : 'serve').join('\n'))
    return 0
  }
  const options = startOptions(args, process.env, demo)
  if (!options.ok) {
    complainOf(speaker, speaker.words.refused(options.refusals.length), options.refusals)
    return 2
  }
  const model = await modelOf(process.env)
  if (!model.ok) {
    complainOf(speaker, speaker.words.refused(model.refusals.length), model.refusals)
    return 2
  }
  const plan = await planOf(options.value)
  if (!plan.ok) {
    const inPack = plan.refusals.every((it) => it.code.startsWith('pack.') && it.code !== 'pack.not-found')
    const heading = inPack ? speaker.words.packBad : speaker.words.refused
    complainOf(speaker, heading(plan.refusals.length), plan.refusals)
    return 1
  }
  const exposed = networkRefusal(plan.value.pack.manifest, options.value)
  if (exposed !== null) {
    complainOf(speaker, speaker.words.refused(1), [exposed])
    return 1
  }
  sayPlace(speaker, plan.value)
  if (model.value !== null) {
    const { name, host } = model.value
    speaker.say(modelWords[speaker.language].used(name, host))
  }
  if (plan.value.fresh) speaker.say(speaker.words.making)
  // Modules load while PostgreSQL starts.
  const server = import('@gangmu/server')
  const stopped = stopSignal()
  const place = await openPlace(plan.value, options.value, model.value)
  if (!place.ok) {
    complainOf(speaker, speaker.words.refused(place.refusals.length), place.refusals)
    return 1
  }
  try {
    return await listen(
      { speaker, options: options.value, plan: plan.value, place: place.value, stopped },
      await server,
    )
  } finally {
    await place.value.opened.close()
  }
}

interface Running {
  readonly speaker: Speaker
  readonly options: StartOptions
  readonly plan: Plan
  readonly place: Place
  readonly stopped: Promise<void>
}

async function listen(it: Running, server: typeof Server): Promise<number> {
  const { speaker, options, place } = it
  const { app, opened } = place
  // Begun with a demo, a place has one whatever this start asks for.
  const exposed = networkRefusal(app.place.manifest, options)
  if (exposed !== null) {
    complainOf(speaker, speaker.words.refused(1), [exposed])
    return 1
  }
  await fill(it)
  const sessions = server.createSessions(app, opened.pool)
  const pages = join(root, 'packages', 'web', 'dist')
  const host = await server.createServer({
    app,
    sessions,
    pages,
    version: '0.1.0',
    behindProxy: options.behindProxy,
    onFault: ({ correlation, error }) => speaker.complain(`${correlation} ${error.stack ?? error.message}`),
  })
  const listening = await host.listen({ host: options.host, port: options.port }).catch(async (error) => {
    const taken = await portRefusal(options.host, options.port)
    await host.close()
    if (taken === null) throw error
    return taken
  })
  if (typeof listening !== 'string') {
    complainOf(speaker, speaker.words.refused(1), [listening])
    return 1
  }
  if (!existsSync(join(pages, 'index.html'))) speaker.say(speaker.words.noScreen)
  await sayAddress(speaker, app, listening)
  void sessions.warm().catch((error: unknown) => speaker.complain(String(error)))
  await it.stopped
  speaker.say(speaker.words.stopping)
  await host.close()
  return 0
}

/** Accounts and documents, with progress; the second time there is nothing to do and it says nothing. */
async function fill({ speaker, plan, place, options, stopped }: Running): Promise<void> {
  const { fillAccounts, fillDocuments } = await import('../place/fill.js')
  const { words } = speaker
  // A model may take its time.
  const stop = new AbortController()
  void stopped.then(() => stop.abort())
  const { demo } = place.app.place.manifest
  const accounts = options.demo && demo !== null ? fillAccounts(place.app, demo.password) : Promise.resolve()
  const on: Filling = {
    refused: (name, refusals) => complainOf(speaker, words.notReceived(name), refusals),
    read: (name, done, all, state) =>
      speaker.say((state === 'read' ? words.read : words.unread)(name, done, all)),
    accepted: (commitments, dispatched) => speaker.say(words.accepted(commitments, dispatched)),
  }
  const documents = fillDocuments(place.app, plan.incoming, on, stop.signal)
  await Promise.all([accounts, documents])
}

function sayPlace({ say, words, language }: Speaker, { pack }: Plan): void {
  const { name, simulated } = pack.manifest
  say(language === 'zh' ? `纲目 · ${name.zh}` : `Gangmu · ${name.zh} ${name.en}`)
  if (simulated) say(words.simulated)
}

async function sayAddress(speaker: Speaker, app: App, address: string): Promise<void> {
  const { say, words } = speaker
  const { offerSetup, placeInfo } = await import('@gangmu/app')
  const { demo } = await placeInfo(app)
  if (demo !== null) {
    say('')
    say(words.demo(demo.password))
    const rows = demo.accounts.map((it) => [it.username, it.name, it.unitName, words.roles[it.role]])
    for (const line of tableOf([words.columns, ...rows])) say(`  ${line}`)
    say('')
  }
  const token = demo === null ? await offerSetup(app) : null
  if (token !== null) say(words.setup(token))
  // Since the process began: a build that was needed counts.
  say(words.ready(performance.now() / 1000))
  say(`${words.address}  ${address}`)
  say(words.stop)
}

/** Done at the first SIGINT or SIGTERM. A second one ends the process as it would without us. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
