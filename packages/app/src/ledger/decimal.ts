/** A finite number in plain digits, without exponent, that reads back as the same number. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) throw new Error('a value of the ledger is a finite number')
  const text = Object.is(value, -0) ? '0' : String(value)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (match === null) return text
  const [, sign = '', first = '', rest = '', power = '0'] = match
  const digits = first + rest
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
