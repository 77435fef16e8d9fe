const digits = '零一二三四五六七八九'

/** A number in one of Word's formats (`ST_NumberFormat`); in digits where the format is not one of those known here. */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(value)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)
    case 'decimalFullWidth':
      return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return letter(value)
    case 'lowerLetter':
      return letter(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    default:
      return String(value)
  }
}

function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const before = tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`
  return before + (ones === 0 ? '' : digits.charAt(ones))
}

function letter(value: number): string {
  return String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const [size, sign] = romans.find(([it]) => it <= value) ?? [1, 'I']
  return sign + (value > size ? roman(value - size) : '')
}
