/** How many files one person may send: in a minute, and at the same moment. */
export interface UploadLimits {
  readonly perMinute: number
  readonly atOnce: number
}

export const uploadLimits: UploadLimits = { perMinute: 60, atOnce: 4 }

export interface UploadGate {
  /** Lets a file of a person in; `leave` is called when it is dealt with. Otherwise in how many seconds to try again. */
  readonly enter: (person: string) => { readonly ok: true; leave(): void } | { ok: false; seconds: number }
}

const MINUTE = 60_000

/** Counts files by person, so that one cannot fill the memory or the database of all. `now` in milliseconds. */
export function createUploadGate(
  limits: UploadLimits,
  now: () => number = () => performance.now(),
): UploadGate {
  const inside = new Map<string, number>()
  let windows = new Map<string, { readonly from: number; count: number }>()
  const recent = (at: number) =>
    (windows = new Map([...windows].filter(([, window]) => at - window.from < MINUTE)))
  return {
    enter(person) {
      if ((inside.get(person) ?? 0) >= limits.atOnce) return { ok: false, seconds: 1 }
      const at = now()
      const window = recent(at).get(person) ?? { from: at, count: 0 }
      if (window.count >= limits.perMinute) {
        return { ok: false, seconds: Math.ceil((window.from + MINUTE - at) / 1000) }
      }
      window.count += 1
      windows.set(person, window)
      inside.set(person, (inside.get(person) ?? 0) + 1)
      return {
        ok: true,
        leave() {
          const left = (inside.get(person) ?? 1) - 1
          if (left > 0) inside.set(person, left)
          else inside.delete(person)
        },
      }
    },
  }
}
