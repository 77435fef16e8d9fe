import type { Pending } from './pending.js'

/** Where pending decisions are kept on this machine, under the person whose they are. */
export interface Kept {
  /** In the order they were made. */
  readonly read: () => readonly Pending[]
  /** False where this machine did not take it. */
  readonly write: (it: Pending) => boolean
  readonly forget: (it: Pick<Pending, 'at' | 'request'>) => void
  /** Told when another page of the same browser wrote or forgot one. */
  readonly watch: (changed: () => void) => () => void
}

const PREFIX = 'gangmu.outbox.'

/**
 * One entry each, so that two pages of one person never write over each other's; written before the screen shows the
 * decision, because a page may be closed at any moment.
 */
export function keptOn(storage: Storage, person: string): Kept {
  const prefix = `${PREFIX}${person}.`
  const keyOf = (it: Pick<Pending, 'at' | 'request'>): string =>
    `${prefix}${String(it.at).padStart(15, '0')}.${it.request}`
  return {
    read: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .toSorted()
        .flatMap((key) => pendingIn(storage.getItem(key))),
    write: (it) => {
      try {
        storage.setItem(keyOf(it), JSON.stringify(it))
        return true
      } catch {
        return false
      }
    },
    forget: (it) => storage.removeItem(keyOf(it)),
    watch: (changed) => {
      const listen = (event: StorageEvent): void => {
        if (event.key === null || event.key.startsWith(prefix)) changed()
      }
      window.addEventListener('storage', listen)
      return () => window.removeEventListener('storage', listen)
    },
  }
}

/** Whether anybody's are kept on this machine. */
export function anyKept(storage: Storage): boolean {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').some((key) =>
    key.startsWith(PREFIX),
  )
}

function pendingIn(text: string | null): readonly Pending[] {
  try {
    const it = JSON.parse(text ?? 'null') as Pending | null
    return it !== null && typeof it.request === 'string' && Array.isArray(it.moves) ? [it] : []
  } catch {
    return []
  }
}
