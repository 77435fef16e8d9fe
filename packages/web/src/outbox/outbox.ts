import type { Kept } from './kept.js'
import { delayAfter, nextOf, type Outcome, type Pending, verdictOf, withRefusal } from './pending.js'

/** `idle`: nothing to send; `waiting`: to be tried again; `signed-out`: until the same person signs in again. */
type Phase = 'idle' | 'sending' | 'waiting' | 'signed-out'

export interface OutboxState {
  readonly all: readonly Pending[]
  /** The last that were answered: a screen that has not heard the answer yet still shows them. */
  readonly answered: readonly Pending[]
  readonly phase: Phase
  /** Decisions this machine did not take: they live as long as the page. */
  readonly unkept: ReadonlySet<string>
  /** Requests that another came before with just the same: what stands is theirs. */
  readonly overtaken: ReadonlySet<string>
}

/** A decision as it was just made. */
export type New = Omit<Pending, 'at' | 'tried' | 'refused'>

export interface OutboxDeps {
  readonly kept: Kept
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Sends one; never throws. What it brings back is shown by it, too. */
  readonly send: (it: Pending) => Promise<Outcome>
  /** Told of one that was refused, and when the last one is through. */
  readonly refused: (it: Pending) => void
  readonly drained: () => void
  readonly lostSession: () => void
}

export interface Outbox {
  readonly state: () => OutboxState
  readonly subscribe: (changed: () => void) => () => void
  readonly add: (some: readonly New[]) => void
  /** Takes back what was never sent: all of it, or nothing and false. */
  readonly takeBack: (requests: readonly string[]) => boolean
  /** Forgets refused ones. */
  readonly discard: (requests: readonly string[]) => void
  /** Sends at once what waits to be tried again. */
  readonly wake: () => void
  readonly stop: () => void
}

/** Milliseconds for which an answered one is remembered. */
const LINGER = 3_000

/** Sends decisions one after another, in the order they were made, until each is answered. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { kept } = deps
  let state: OutboxState = {
    all: kept.read(),
    answered: [],
    phase: 'idle',
    unkept: new Set(),
    overtaken: new Set(),
  }
  let running = false
  let stopped = false
  let wakeUp: () => void = () => undefined
  const subscribers = new Set<() => void>()

  const set = (change: Partial<OutboxState>): void => {
    state = { ...state, ...change }
    for (const it of subscribers) it()
  }
  /** Makes a list the one that stands, here and on the machine. */
  const keep = (all: readonly Pending[]): void => {
    const before = new Map(state.all.map((it) => [it.request, it]))
    const unkept = new Set<string>()
    for (const it of all) {
      const as = before.get(it.request)
      before.delete(it.request)
      if (as !== it ? !kept.write(it) : state.unkept.has(it.request)) unkept.add(it.request)
    }
    for (const it of before.values()) kept.forget(it)
    set({ all, unkept })
  }
  const without = (requests: ReadonlySet<string>): readonly Pending[] =>
    state.all.filter((it) => !requests.has(it.request))

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const sendOne = async (head: Pending, tries: number): Promise<'done' | 'waiting' | 'signed-out'> => {
    // Noted before it leaves: from now on the server may have it, whatever becomes of this page.
    if (!head.tried) keep(state.all.map((it) => (it.request === head.request ? { ...it, tried: true } : it)))
    if (tries === 0) set({ phase: 'sending' })
    const outcome = await deps.send(head)
    const verdict = verdictOf(outcome, tries)
    if (verdict === 'done') {
      state = { ...state, answered: [...state.answered, head] }
      keep(without(new Set([head.request])))
      setTimeout(() => set({ answered: state.answered.filter((it) => it !== head) }), LINGER)
      return 'done'
    }
    if (verdict === 'again') return 'waiting'
    if (verdict === 'signed-out') {
      deps.lostSession()
      return 'signed-out'
    }
    const { status, refusals } = outcome
    const left = withRefusal(state.all, head.request, { status, refusals })
    const stay = new Set(left.map((it) => it.request))
    const gone = state.all.map((it) => it.request).filter((it) => !stay.has(it))
    if (gone.length > 0) state = { ...state, overtaken: new Set([...state.overtaken, ...gone]) }
    keep(left)
    deps.refused(head)
    return 'done'
  }

  const run = async (): Promise<void> => {
    if (running || stopped) return
    running = true
    let tries = 0
    let sent = 0
    // Nothing waits between the last look for one and the end of the run: what is added then starts the next.
    for (let head = nextOf(state.all); head !== undefined && !stopped; head = nextOf(state.all)) {
      const came = await sendOne(head, tries)
      if (came === 'done') {
        tries = 0
        sent += 1
        continue
      }
      tries += 1
      // A session that is gone ends this page; one that was only not heard of is asked about again.
      set({ phase: came })
      await pause(delayAfter(tries))
    }
    running = false
    if (stopped) return
    set({ phase: 'idle' })
    if (sent > 0) deps.drained()
  }

  const unwatch = kept.watch(() => {
    const there = kept.read()
    const known = new Set(there.map((it) => it.request))
    const here = state.all.filter((it) => state.unkept.has(it.request) && !known.has(it.request))
    set({ all: [...there, ...here] })
    void run()
  })
  void run()
  return {
    state: () => state,
    subscribe: (changed) => {
      subscribers.add(changed)
      return () => subscribers.delete(changed)
    },
    add: (some) => {
      let last = state.all.reduce((latest, it) => Math.max(latest, it.at), deps.now() - 1)
      // Later than all before it: the moment is also its place in the order.
      keep([...state.all, ...some.map((it) => ({ ...it, at: ++last, tried: false, refused: null }))])
      void run()
    },
    takeBack: (requests) => {
      const wanted = new Set(requests)
      const mine = state.all.filter((it) => wanted.has(it.request))
      if (mine.length < wanted.size || mine.some((it) => it.tried || it.refused !== null)) return false
      keep(without(wanted))
      return true
    },
    discard: (requests) => {
      keep(without(new Set(requests)))
    },
    wake: () => {
      wakeUp()
      void run()
    },
    stop: () => {
      stopped = true
      unwatch()
      wakeUp()
    },
  }
}
