import { type Listening, type Store, type Writer, everything, tell } from '@gangmu/store'
import type { WatchEvent } from './reply.js'
import { type AtPlace, type Said, saidIn } from './said.js'

/** What happens on documents, in this process or another, while somebody watches. Nothing of it is kept. */
export interface Live {
  /**
   * Hears of one document until the returned function is called. Where `who` is given, they are present meanwhile and
   * hear who else is.
   */
  readonly watch: (
    document: string,
    who: Omit<AtPlace, 'finding'> | null,
    hear: (event: WatchEvent) => void,
  ) => () => void
  /** Says at which finding somebody is. */
  readonly move: (document: string, who: AtPlace) => Promise<void>
  /** Says who is told of a bug met while hearing; nobody until then. */
  readonly faultsTo: (tell: (error: unknown) => void) => void
  /** Hears and says no more. */
  readonly stop: () => Promise<void>
}

/** Milliseconds between two signs of life of who is present. */
const SIGN = 15_000
/** Milliseconds after which somebody who gave no sign is no longer present. */
const PRESENT = 3 * SIGN
/** Milliseconds for which a page that opens its next stream is not missed. */
const GRACE = 4_000

/** Tells whoever watches a document that it changed, when and if the transaction commits. */
export async function tellChanged(db: Writer, document: string): Promise<void> {
  const said: Said = { document, is: 'changed' }
  await tell(db, JSON.stringify(said))
}

type Hear = (event: WatchEvent) => void

interface Watched {
  /** Each with who hears; null for who only reads. */
  readonly hearers: Map<Hear, string | null>
  readonly present: Map<string, AtPlace & { readonly until: number }>
}

/** A place of this process, and how many streams it has open: two for a moment while it opens its next. */
interface Ours {
  readonly document: string
  who: AtPlace
  streams: number
}

const keyOf = (document: string, who: Pick<AtPlace, 'place' | 'person'>): string =>
  `${document} ${who.person} ${who.place}`

/** Listens on one connection for all who watch, while anybody does. `now` in milliseconds. */
export function createLive(
  store: Pick<Store, 'write' | 'listen'>,
  now: () => number = () => performance.now(),
): Live {
  const documents = new Map<string, Watched>()
  const ours = new Map<string, Ours>()
  let listening: Listening | null = null
  let signs: NodeJS.Timeout | undefined
  let fault: (error: unknown) => void = () => undefined
  const say = (said: Said) => store.write(everything, (db) => tell(db, JSON.stringify(said)))
  // What is not heard now is heard with the next sign.
  const sayIfAble = (said: Said): void => void say(said).catch(() => undefined)
  const sign = (): void => {
    for (const { document, who } of ours.values()) sayIfAble({ document, is: 'at', who })
  }

  const hear = (text: string): void => {
    const said = saidIn(text)
    const watched = said === null ? undefined : documents.get(said.document)
    if (said === null || watched === undefined) return
    if (said.is === 'changed') return tellAll(watched, { kind: 'changed' })
    const key = keyOf(said.document, said.who)
    if (said.is === 'at') {
      watched.present.delete(key)
      watched.present.set(key, { ...said.who, until: now() + PRESENT })
      const mine = ours.get(key)
      if (mine !== undefined) mine.who = said.who
    } else watched.present.delete(key)
    showPresent(watched, now())
  }
  const gap = (): void => {
    for (const it of documents.values()) tellAll(it, { kind: 'changed' })
    sign()
  }

  const enter = (document: string, who: AtPlace): (() => void) => {
    const key = keyOf(document, who)
    const mine = ours.get(key) ?? { document, who, streams: 0 }
    ours.set(key, mine)
    mine.streams += 1
    signs ??= setInterval(sign, SIGN).unref()
    sayIfAble({ document, is: 'at', who: mine.who })
    return () => {
      mine.streams -= 1
      setTimeout(() => {
        if (mine.streams > 0 || ours.get(key) !== mine) return
        ours.delete(key)
        sayIfAble({ document, is: 'left', who: mine.who })
      }, GRACE).unref()
    }
  }
  return {
    watch: (document, who, hearer) => {
      const watched = documents.get(document) ?? { hearers: new Map(), present: new Map() }
      documents.set(document, watched)
      watched.hearers.set(hearer, who?.person ?? null)
      listening ??= store.listen(hear, gap, (error) => fault(error))
      const leave = who === null ? () => undefined : enter(document, { ...who, finding: null })
      return () => {
        leave()
        watched.hearers.delete(hearer)
        if (watched.hearers.size === 0) documents.delete(document)
        if (documents.size > 0) return
        void listening?.stop()
        listening = null
      }
    },
    move: (document, who) => say({ document, is: 'at', who }),
    faultsTo: (tellOf) => {
      fault = tellOf
    },
    stop: async () => {
      clearInterval(signs)
      ours.clear()
      documents.clear()
      const it = listening
      listening = null
      await it?.stop()
    },
  }
}

function tellAll(watched: Watched, event: WatchEvent): void {
  for (const hear of watched.hearers.keys()) hear(event)
}

/** Tells each who is present beside themselves, each once, at the place heard of last; who only reads is told nothing. */
function showPresent({ hearers, present }: Watched, at: number): void {
  for (const [key, it] of present) if (it.until < at) present.delete(key)
  for (const [hear, person] of hearers) {
    if (person === null) continue
    const here = new Map([...present.values()].map((it) => [it.person, it]))
    here.delete(person)
    const others = [...here.values()]
    hear({ kind: 'present', people: others.map(({ name, finding }) => ({ name, finding })) })
  }
}
