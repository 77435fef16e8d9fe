import { numeral } from './numeral.js'

/** One level of a list as numbering.xml defines it. `text` holds `%1` for the number of level 1, and so on. */
interface Level {
  readonly format: string
  readonly text: string
  readonly start: number
  /** Style whose paragraphs stand at this level without saying so. */
  readonly style: string | null
}

interface List {
  /** Lists of one kind go on counting together. */
  readonly kind: string
  readonly levels: ReadonlyMap<number, Level>
  readonly restarts: ReadonlyMap<number, number>
}

interface Place {
  readonly list: string
  readonly level: number | null
}

interface Parts {
  readonly document: string
  readonly numbering: string
  readonly styles: string
}

const paragraphProperties =
  /<w:pPr>((?:(?!<\/w:pPr>|<w:pPrChange)[^])*)(?:<w:pPrChange[^]*?<\/w:pPrChange>)?<\/w:pPr>/g

/**
 * The document part with the numbers Word would show written into it: 一、 and （二） of an automatic list stand in no
 * paragraph, but a reader of the outline needs them. Bullets are left out.
 */
export function withNumbers({ document, numbering, styles }: Parts): string {
  const lists = listsOf(numbering)
  const styled = placesOfStyles(styles)
  const counters = new Map<string, Map<number, number>>()
  const begun = new Set<string>()
  return document.replace(paragraphProperties, (properties: string, own: string) => {
    const style = valueOf(own, 'pStyle')
    const place = placeIn(own) ?? (style === null ? undefined : styled.get(style))
    const list = place === undefined ? undefined : lists.get(place.list)
    if (place === undefined || list === undefined) return properties
    const at = place.level ?? levelOfStyle(list, style)
    const counts = counters.get(list.kind) ?? new Map<number, number>()
    counters.set(list.kind, counts)
    const restart = begun.has(`${place.list}:${at}`) ? undefined : list.restarts.get(at)
    begun.add(`${place.list}:${at}`)
    step(counts, list, at, restart)
    const label = labelOf(counts, list, at)
    return label === '' ? properties : `${properties}<w:r><w:t xml:space="preserve">${label}</w:t></w:r>`
  })
}

/** Counts one on at a level; the levels below it begin anew. */
function step(counts: Map<number, number>, list: List, at: number, restart: number | undefined): void {
  const before = counts.get(at)
  const start = list.levels.get(at)?.start ?? 1
  counts.set(at, restart ?? (before === undefined ? start : before + 1))
  for (const deeper of [...counts.keys()].filter((level) => level > at)) counts.delete(deeper)
}

function labelOf(counts: ReadonlyMap<number, number>, list: List, at: number): string {
  const level = list.levels.get(at)
  if (level === undefined || level.format === 'bullet' || level.format === 'none') return ''
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const of = list.levels.get(Number(digit) - 1)
    return numeral(counts.get(Number(digit) - 1) ?? of?.start ?? 1, of?.format ?? 'decimal')
  })
  return /[A-Za-z0-9]$/.test(label) ? `${label} ` : label
}

function levelOfStyle(list: List, style: string | null): number {
  return [...list.levels].find(([, level]) => level.style !== null && level.style === style)?.[0] ?? 0
}

function listsOf(numbering: string): ReadonlyMap<string, List> {
  const kinds = new Map(
    elements(numbering, 'abstractNum').map(({ head, body }) => [
      attribute(head, 'abstractNumId'),
      new Map(elements(body, 'lvl').map((it) => [Number(attribute(it.head, 'ilvl')), levelOf(it.body)])),
    ]),
  )
  return new Map(
    elements(numbering, 'num').map(({ head, body }) => {
      const kind = valueOf(body, 'abstractNumId') ?? ''
      const restarts = elements(body, 'lvlOverride').flatMap((it) => {
        const start = valueOf(it.body, 'startOverride')
        return start === null ? [] : [[Number(attribute(it.head, 'ilvl')), Number(start)] as const]
      })
      return [
        attribute(head, 'numId'),
        { kind, levels: kinds.get(kind) ?? new Map(), restarts: new Map(restarts) },
      ]
    }),
  )
}

function levelOf(body: string): Level {
  return {
    format: valueOf(body, 'numFmt') ?? 'decimal',
    text: valueOf(body, 'lvlText') ?? '',
    start: Number(valueOf(body, 'start') ?? 1),
    style: valueOf(body, 'pStyle'),
  }
}

/** Where paragraphs of a style stand, by their own or by the style they are based on. */
function placesOfStyles(styles: string): ReadonlyMap<string, Place> {
  const all = new Map(elements(styles, 'style').map(({ head, body }) => [attribute(head, 'styleId'), body]))
  const placeOf = (style: string, depth: number): Place | undefined => {
    const body = all.get(style)
    if (body === undefined || depth > 10) return undefined
    const own = placeIn(body)
    const base = valueOf(body, 'basedOn')
    return own ?? (base === null ? undefined : placeOf(base, depth + 1))
  }
  return new Map(
    [...all.keys()].flatMap((style) => {
      const place = placeOf(style, 0)
      return place === undefined ? [] : [[style, place] as const]
    }),
  )
}

function placeIn(properties: string): Place | undefined {
  const [own] = elements(properties, 'numPr')
  const list = own === undefined ? null : valueOf(own.body, 'numId')
  if (own === undefined || list === null) return undefined
  const level = valueOf(own.body, 'ilvl')
  return { list, level: level === null ? null : Number(level) }
}

function elements(xml: string, name: string): readonly { readonly head: string; readonly body: string }[] {
  const found = xml.matchAll(new RegExp(`<w:${name}\\b([^>]*[^>/])?>([^]*?)</w:${name}>`, 'g'))
  return [...found].map(([, head = '', body = '']) => ({ head, body }))
}

function valueOf(xml: string, name: string): string | null {
  const element = new RegExp(`<w:${name}\\b([^>]*)>`).exec(xml)?.[1]
  return element === undefined ? null : attribute(element, 'val')
}

function attribute(head: string, name: string): string {
  return new RegExp(`\\bw:${name}="([^"]*)"`).exec(head)?.[1] ?? ''
}
