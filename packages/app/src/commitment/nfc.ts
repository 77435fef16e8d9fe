/** The same value with every string in NFC, so that the ledger and the tables hold the same characters. */
export function nfc<T>(value: T): T
export function nfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map((it) => nfc<unknown>(it))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, nfc<unknown>(it)]))
}
