import type { Put } from './put.js'
import { DUST } from './ranking.js'

/** What puts score but for dust, each with its place among its equals; only those that may be among the best. */
export interface Hopefuls {
  /** A put below it is none of the best. */
  readonly floor: () => number
  readonly hope: (bound: number, order: number) => void
  /** The best of them, best first, scored to the last bit. */
  readonly exactly: (putOf: (order: number) => Put | null) => readonly Put[]
}

/** For the `most` best that score more than `least`. */
export function newHopefuls(most: number, least: number): Hopefuls {
  let floor = least - DUST
  let bounds = new Float64Array(most * 8)
  let orders = new Float64Array(most * 8)
  let count = 0
  /** Leaves out what cannot be among the best any more; makes room where too many are alike. */
  const thin = (): void => {
    const ranked = bounds.slice(0, count).sort()
    floor = Math.max(floor, (ranked[count - most] ?? -Infinity) - DUST)
    let kept = 0
    for (let i = 0; i < count; i++) {
      if ((bounds[i] ?? 0) < floor) continue
      bounds[kept] = bounds[i] ?? 0
      orders[kept] = orders[i] ?? 0
      kept++
    }
    count = kept
    if (count < bounds.length / 2) return
    const [fewer, places] = [bounds, orders]
    bounds = new Float64Array(fewer.length * 2)
    orders = new Float64Array(fewer.length * 2)
    bounds.set(fewer)
    orders.set(places)
  }
  return {
    floor: () => floor,
    hope: (bound, order) => {
      if (count === bounds.length) thin()
      bounds[count] = bound
      orders[count] = order
      count++
    },
    exactly: (putOf) => {
      thin()
      const found: { readonly put: Put; readonly order: number }[] = []
      for (const order of orders.subarray(0, count)) {
        const put = putOf(order)
        if (put && put.score > least) found.push({ put, order })
      }
      return found
        .sort((a, b) => b.put.score - a.put.score || a.order - b.order)
        .slice(0, most)
        .map(({ put }) => put)
    },
  }
}
