/** Lets work in, so many at a time and the rest in the order it came; some of it may ask to be alone. */
export interface Queue {
  readonly run: <T>(work: () => Promise<T>) => Promise<T>
  /** As `run`, with nothing else going on meanwhile. */
  readonly runAlone: <T>(work: () => Promise<T>) => Promise<T>
}

interface Waiting {
  readonly room: number
  readonly enter: () => void
}

export function createQueue(atOnce: number): Queue {
  const waiting: Waiting[] = []
  let free = atOnce
  const admit = (): void => {
    // Who wants more room than there is holds up those behind: otherwise it would never be let in.
    for (let next = waiting[0]; next !== undefined && next.room <= free; next = waiting[0]) {
      waiting.shift()
      free -= next.room
      next.enter()
    }
  }
  const runIn = async <T>(room: number, work: () => Promise<T>): Promise<T> => {
    await new Promise<void>((enter) => {
      waiting.push({ room, enter })
      admit()
    })
    try {
      return await work()
    } finally {
      free += room
      admit()
    }
  }
  return { run: (work) => runIn(1, work), runAlone: (work) => runIn(atOnce, work) }
}
