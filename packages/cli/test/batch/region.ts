import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A pledge of an invented zone, no two of different numbers the same. */
export function pledge(number: number): string {
  return [
    `云泽市第${number}功能区建设推进会`,
    `2026年3月${(number % 28) + 1}日`,
    `会上，澄湖板块承诺：全年完成工业投资${120 + number}亿元，引进项目${10 + number}个。`,
    `今年${(number % 6) + 6}月底前，第${number}号园区道路建成通车。`,
    '要狠抓落实，确保各项任务按期完成。',
  ].join('\n')
}

/** The same text as a page. */
export function pageOf(text: string): string {
  const lines = text.split('\n').map((line) => `<p>${line}</p>`)
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${lines.join('\n')}</body></html>`
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** Every file below a folder with its content, by its path. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(folder.length + 1))
    .toSorted()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** A folder of results: its files, and the last line of each id of its manifest. */
export function resultsIn(folder: string) {
  const { 'manifest.jsonl': manifest = '', ...files } = treeOf(folder)
  const lines = manifest
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { files, lines: Object.fromEntries(lines.map((line) => [line.id, line])) }
}
