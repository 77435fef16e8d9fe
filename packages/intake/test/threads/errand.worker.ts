/** Does as it is told, the good and the bad. */
export async function run(order: string): Promise<string> {
  switch (order) {
    case 'hang':
      for (;;);
    case 'throw':
      throw new Error('as ordered')
    case 'exit':
      return process.exit(3)
    case 'later': {
      setTimeout(() => {
        throw new Error('later, as ordered')
      })
      return new Promise(() => {})
    }
    case 'heap': {
      const kept: number[][] = []
      for (;;) kept.push(Array.from({ length: 100_000 }, Math.random))
    }
    case 'buffers': {
      const kept = Array.from({ length: 40 }, () => Buffer.alloc(8 << 20, 1))
      return new Promise((resolve) => setTimeout(() => resolve(String(kept.length)), 400))
    }
    default:
      return order
  }
}
