/** A node of mammoth's document tree, as far as text is concerned. */
export interface WordNode {
  readonly type: string
  readonly value?: string
  readonly breakType?: string
  readonly children?: readonly WordNode[]
  readonly notes?: { readonly _notes?: Readonly<Record<string, { readonly body: readonly WordNode[] }>> }
}

/** Lines of a document: paragraphs, table rows, then the notes. */
export function linesOf(document: WordNode): string[] {
  const notes = Object.values(document.notes?._notes ?? {}).flatMap((note) => note.body)
  return [...(document.children ?? []), ...notes].flatMap(blockLines)
}

function blockLines(block: WordNode): string[] {
  switch (block.type) {
    case 'paragraph':
      return inline(block).split('\n')
    case 'table':
      return (block.children ?? []).map((row) => (row.children ?? []).map(cellText).join('\t'))
    default:
      return (block.children ?? []).flatMap(blockLines)
  }
}

/** A cell stays on the line of its row: its own paragraphs and tabs become spaces. */
function cellText(cell: WordNode): string {
  return (cell.children ?? [])
    .flatMap(blockLines)
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter((line) => line !== '')
    .join(' ')
}

function inline(node: WordNode): string {
  switch (node.type) {
    case 'text':
      return node.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    default:
      return (node.children ?? []).map(inline).join('')
  }
}
