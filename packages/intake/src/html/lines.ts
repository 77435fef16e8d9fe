import { type DomNode, ELEMENT_NODE, TEXT_NODE } from './dom.js'
import { type LineWriter, type PageLine, lineWriter } from './line-writer.js'

/** Nothing a person reads stands in these. */
const dropped = new Set(
  (
    'HEAD TITLE SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH CANVAS IFRAME OBJECT EMBED AUDIO VIDEO SELECT TEXTAREA ' +
    'BUTTON'
  ).split(' '),
)

const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL OPTION P PRE SECTION SUMMARY ' +
    'TABLE TBODY TFOOT THEAD UL'
  ).split(' '),
)

/**
 * Lines of what stands in and under `roots`: a block a line, a `<br>` a new line, the cells of a row parted by tabs,
 * white space collapsed as a browser does. `depth` is that of the nesting.
 */
export function readLines(roots: Iterable<DomNode>): { readonly lines: PageLine[]; readonly depth: number } {
  const writer = lineWriter()
  let depth = 0
  for (const root of roots) depth = Math.max(depth, walk(writer, root))
  return { lines: writer.lines(), depth }
}

/** Walks without recursion, so that no depth of nesting can exhaust the stack; gives the depth. */
function walk(writer: LineWriter, root: DomNode): number {
  const open: DomNode[] = []
  let depth = 0
  let node: DomNode | null = root
  while (node) {
    const inside: DomNode | null = enter(writer, node) ? node.firstChild : null
    if (inside) {
      open.push(node)
      depth = Math.max(depth, open.length)
      node = inside
      continue
    }
    leave(writer, node)
    let next: DomNode | null = node === root ? null : node.nextSibling
    while (next === null) {
      const parent = open.pop()
      if (parent === undefined) break
      leave(writer, parent)
      if (parent !== root) next = parent.nextSibling
    }
    node = next
  }
  return depth
}

/** False where what is inside is not to be read. */
function enter(writer: LineWriter, node: DomNode): boolean {
  if (node.nodeType === TEXT_NODE) {
    writer.text(node.nodeValue ?? '')
    return false
  }
  if (node.nodeType !== ELEMENT_NODE) return false
  const name = node.nodeName.toUpperCase()
  if (dropped.has(name)) return false
  if (name === 'TR') writer.beginRow(isDataRow(node))
  else if (isCell(name)) writer.beginCell()
  else if (blocks.has(name)) writer.breakBlock()
  if (name === 'PRE') writer.nest('pre', 1)
  if (name === 'A') writer.nest('link', 1)
  return true
}

function leave(writer: LineWriter, node: DomNode): void {
  const name = node.nodeName.toUpperCase()
  if (node.nodeType !== ELEMENT_NODE || dropped.has(name)) return
  if (name === 'TR') writer.endRow()
  else if (isCell(name)) writer.endCell()
  else if (blocks.has(name) && name !== 'BR') writer.breakBlock()
  if (name === 'PRE') writer.nest('pre', -1)
  if (name === 'A') writer.nest('link', -1)
}

/** Pages are laid out with tables as well: a row is data where no cell holds more than one paragraph. */
function isDataRow(row: DomNode): boolean {
  return childrenOf(row).every((cell) => {
    const inside = childrenOf(cell).map((child) => child.nodeName.toUpperCase())
    const blocksInside = inside.filter((name) => blocks.has(name) && name !== 'BR')
    return blocksInside.length === 0 || (blocksInside.length === 1 && blocksInside[0] === 'P')
  })
}

function isCell(name: string): boolean {
  return name === 'TD' || name === 'TH'
}

function childrenOf(node: DomNode): DomNode[] {
  const children: DomNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}
