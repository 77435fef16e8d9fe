import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it, vi } from 'vitest'
import { paragraph, pdfFile, table, wordFile } from '../test/make.js'
import { type IntakeLimits, type Received, defaultLimits, parse, receive } from './index.js'

// Most tests start a worker, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const sentence = '东湖片区全年完成投资超三百亿元，力争六月底前开工。'
const utf8 = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../test/fixtures/${name}`, import.meta.url)))

async function received(bytes: Uint8Array, name: string): Promise<Received> {
  const result = await receive(bytes, name)
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

async function refusedAs(bytes: Uint8Array, name: string, limits: Partial<IntakeLimits> = {}) {
  const result = await receive(bytes, name, { ...defaultLimits, ...limits })
  if (result.ok) throw new Error(`taken: ${result.value.text.slice(0, 50)}`)
  expect(result.refusals).toHaveLength(1)
  expect(result.refusals[0]?.path).toBe(name)
  return result.refusals[0]
}

describe('plain text', () => {
  it('keeps every character but carriage returns and the byte order mark', async () => {
    const it = await received(utf8(`\uFEFF标题\r\n  ${sentence} \r\n`), 'a.txt')
    expect(it).toMatchObject({
      text: `标题\n  ${sentence} \n`,
      charset: 'utf-8',
      mediaType: 'text/plain',
      undecoded: 0,
    })
  })

  it('names the bytes by their SHA-256', async () => {
    expect((await received(utf8('abc'), 'a.txt')).sha256).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it.each([
    ['gb18030', iconv.encode(sentence, 'gb18030')],
    ['gb18030', iconv.encode('投资', 'gbk')],
    ['big5', iconv.encode('東湖片區全年完成投資超三百億元，力爭六月底前開工。', 'big5')],
    ['utf-16le', iconv.encode(`${sentence}\n${sentence}`, 'utf-16le')],
    ['utf-16be', iconv.encode(`${sentence}\n${sentence}`, 'utf-16be')],
    ['utf-16le', iconv.encode(sentence, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(sentence, 'utf-16be', { addBOM: true })],
  ])('finds %s', async (charset, bytes) => {
    const it = await received(bytes, 'a.txt')
    expect(it.charset).toBe(charset)
    expect(it.text.replace(/\n.*/, '')).toBe(iconv.decode(bytes, charset).replace(/\n.*/, ''))
  })

  it('keeps a text with one damaged byte, and counts it', async () => {
    const bytes = utf8(sentence.repeat(20))
    bytes[30] = 0xff
    const it = await received(bytes, 'a.txt')
    expect(it.charset).toBe('utf-8')
    expect(it.undecoded).toBeGreaterThan(0)
  })

  it('refuses a charset it cannot determine', async () => {
    expect(
      await refusedAs(iconv.encode('Größe, naïve, déjà vu: ærøskøbing', 'latin1'), 'a.txt'),
    ).toMatchObject({
      code: 'document.unknown-charset',
    })
    expect(await refusedAs(Uint8Array.of(1, 0, 255, 7, 128, 2), 'a.txt')).toMatchObject({
      code: 'document.unknown-charset',
    })
  })

  it('refuses what is empty', async () => {
    expect(await refusedAs(new Uint8Array(), 'a.txt')).toMatchObject({ code: 'document.empty' })
    expect(await refusedAs(utf8(' \n\n'), 'a.txt')).toMatchObject({ code: 'document.empty' })
  })

  it('refuses what is too large, with its size and the limit', async () => {
    expect(await refusedAs(utf8(sentence), 'a.txt', { bytes: 10 })).toMatchObject({
      code: 'document.too-large',
      facts: { size: utf8(sentence).length, limit: 10 },
    })
  })
})

describe('other types', () => {
  it.each([
    ['a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'png'],
    ['a.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'jpeg'],
    ['a.rtf', utf8('{\\rtf1 a}'), 'rtf'],
    [
      'a.doc',
      utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'xml',
    ],
    ['a.doc', utf8('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a'), 'mhtml'],
    ['a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'xlsx'],
    ['a.zip', zipSync({ 'a.txt': strToU8('a') }), 'zip'],
    ['a.dat', Uint8Array.of(1, 0, 255, 7, 128, 2), 'dat'],
  ])('refuses %s by its content', async (name, bytes, found) => {
    expect(await refusedAs(bytes, name)).toMatchObject({ code: 'document.unsupported', facts: { found } })
  })

  it('tells an old Word file from an encrypted new one', async () => {
    const container = (stream: string) =>
      Buffer.concat([
        Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
        Buffer.alloc(512),
        Buffer.from(stream, 'utf16le'),
      ])
    expect(await refusedAs(container('WordDocument'), 'a.doc')).toMatchObject({
      code: 'document.unsupported',
      facts: { found: 'word-97' },
    })
    expect(await refusedAs(container('EncryptedPackage'), 'a.docx')).toMatchObject({
      code: 'document.encrypted',
    })
  })
})

describe('Word', () => {
  it('gives paragraphs as lines and table rows as lines of cells', async () => {
    const body =
      paragraph('一、目标') +
      paragraph(sentence) +
      table([
        ['板块', '投资'],
        ['东湖', '320亿元'],
      ])
    const it = await received(wordFile(body), 'a.docx')
    expect(it.text).toBe(`一、目标\n${sentence}\n板块\t投资\n东湖\t320亿元`)
    expect(it.mediaType).toContain('wordprocessingml')
  })

  it('writes out the numbers of an automatic list', async () => {
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    const listed = (text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const bytes = wordFile(listed('目标') + listed('要求'), { 'word/numbering.xml': strToU8(numbering) })
    expect((await received(bytes, 'a.docx')).text).toBe('一、目标\n二、要求')
  })

  it('says what a zip is that only bears the name', async () => {
    expect(await refusedAs(zipSync({ 'a.txt': strToU8('a') }), 'a.docx')).toMatchObject({
      code: 'document.not-docx',
      facts: { found: 'zip' },
    })
    expect(await refusedAs(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'a.docx')).toMatchObject({
      code: 'document.not-docx',
      facts: { found: 'xlsx' },
    })
    expect(await refusedAs(utf8(sentence), 'a.docx')).toMatchObject({ code: 'document.not-docx' })
  })

  it('refuses one cut short', async () => {
    const bytes = wordFile(paragraph(sentence))
    expect(await refusedAs(bytes.subarray(0, bytes.length - 60), 'a.docx')).toMatchObject({
      code: 'document.broken',
    })
  })

  it('refuses one that declares entities', async () => {
    const bytes = wordFile('', { 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') })
    expect(await refusedAs(bytes, 'a.docx')).toMatchObject({
      code: 'document.broken',
      facts: { detail: 'DOCTYPE' },
    })
  })

  it('refuses an archive that would unpack beyond its caps, by what the directory says', async () => {
    const zeros = { 'word/media/a.xml': new Uint8Array(8 * 1024 * 1024) }
    const bomb = wordFile(paragraph(sentence), zeros)
    expect(await refusedAs(bomb, 'a.docx')).toMatchObject({
      code: 'document.archive-bomb',
      facts: { cap: 'ratio' },
    })
    const archive = { ...defaultLimits.archive, ratio: 1e9, bytes: 1024 * 1024 }
    expect(await refusedAs(bomb, 'a.docx', { archive })).toMatchObject({ facts: { cap: 'bytes' } })
    const few = { ...defaultLimits.archive, entries: 2 }
    expect(await refusedAs(bomb, 'a.docx', { archive: few })).toMatchObject({ facts: { cap: 'entries' } })
  })

  it('refuses entries that overlap', async () => {
    const bytes = Buffer.from(wordFile(paragraph(sentence)))
    const first = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const second = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'), first + 4)
    bytes.writeUInt32LE(bytes.readUInt32LE(first + 42), second + 42)
    expect(await refusedAs(bytes, 'a.docx')).toMatchObject({
      code: 'document.archive-bomb',
      facts: { cap: 'overlap' },
    })
  })

  it('refuses an entry that holds more than the directory declares', async () => {
    const bytes = Buffer.from(wordFile(paragraph(sentence.repeat(100))))
    const at = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    bytes.writeUInt32LE(10, at + 24)
    expect(await refusedAs(bytes, 'a.docx')).toMatchObject({ code: 'document.broken' })
  })
})

describe('PDF', () => {
  it('joins the lines of a paragraph, over a page break as well, and keeps headings apart', async () => {
    const it = await received(fixture('meeting.pdf'), 'meeting.pdf')
    const lines = it.text.split('\n')
    expect(lines[0]).toBe('云泽市召开功能区建设推进会')
    expect(lines).toContain('二、工作要求')
    expect(lines).toContain(
      '会议强调，市级部门要主动靠前服务，每月召开一次调度会，对进展滞后的事项及时通报。',
    )
    expect(lines).toHaveLength(11)
    expect(it.pages).toHaveLength(2)
    expect(lines.filter((line) => line.startsWith('　') || line === '')).toEqual([])
  })

  it('reads fonts that are not embedded through their character map', async () => {
    expect((await received(pdfFile('GBK-EUC-H', iconv.encode(sentence, 'gbk')), 'a.pdf')).text).toBe(sentence)
    const wide = iconv.encode(sentence, 'utf-16be')
    expect((await received(pdfFile('UniGB-UCS2-H', wide), 'a.pdf')).text).toBe(sentence)
  })

  it('reads one that only forbids changes, and refuses one that needs a password', async () => {
    expect((await received(fixture('owner.pdf'), 'a.pdf')).text).toBe('内部资料，凭口令阅读。')
    expect(await refusedAs(fixture('encrypted.pdf'), 'a.pdf')).toMatchObject({ code: 'document.encrypted' })
  })

  it('refuses one of pictures, and says how many pages', async () => {
    expect(await refusedAs(fixture('pictures.pdf'), 'a.pdf')).toMatchObject({
      code: 'document.pictures-only',
      facts: { pages: 2 },
    })
  })

  it('refuses one that is none', async () => {
    expect(await refusedAs(utf8('<html>404</html>'), 'a.pdf')).toMatchObject({ code: 'document.broken' })
    expect(await refusedAs(utf8('%PDF-1.7\n'), 'a.pdf')).toMatchObject({ code: 'document.broken' })
  })
})

describe('pages of the web', () => {
  const page = (body: string, head = '') =>
    utf8(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)

  it('gives blocks as lines, decodes entities, drops scripts', async () => {
    const body = `<h1>A&amp;B&nbsp;区</h1><script>var a</script><div>一<b>二</b>三<br>四</div><ul><li>五<li>六</ul>`
    expect((await received(page(body), 'a.html')).text).toBe('A&B\u00a0区\n一二三\n四\n五\n六')
  })

  it('gives the rows of a table of data as lines, and the cells of a page laid out with tables as blocks', async () => {
    const data = '<table><tr><th>板块<th>投资<tr><td><p>东湖</p><td>320亿元</table>'
    expect((await received(page(data), 'a.html')).text).toBe('板块\t投资\n东湖\t320亿元')
    const layout = '<table><tr><td><p>第一段</p><p>第二段</p></td></tr></table>'
    expect((await received(page(layout), 'a.html')).text).toBe('第一段\n第二段')
  })

  it('reads the charset a page declares', async () => {
    const bytes = iconv.encode(`<html><meta charset="gb2312"><p>${sentence}</p>`, 'gbk')
    expect(await received(bytes, 'a.html')).toMatchObject({
      charset: 'gb18030',
      text: sentence,
      mediaType: 'text/html',
    })
  })

  it('keeps the article with its headline and the line of its date, and leaves the menus', async () => {
    const article = Array.from({ length: 8 }, (_, at) => `<p>第${at}段，${sentence.repeat(4)}</p>`).join('')
    const links = Array.from({ length: 30 }, (_, at) => `<li><a href="/${at}">栏目${at}</a></li>`).join('')
    const body = `<ul class="nav">${links}</ul><h1>东湖片区建设纪实</h1><div class="info">2026年3月1日　来源：云泽发布</div><div class="article">${article}</div><div class="footer"><ul>${links}</ul></div>`
    const lines = (await received(page(body, '<title>东湖片区建设纪实_云泽网</title>'), 'a.html')).text.split(
      '\n',
    )
    expect(lines.slice(0, 2)).toEqual(['东湖片区建设纪实', '2026年3月1日　来源：云泽发布'])
    expect(lines).toHaveLength(10)
  })

  it('survives any depth', async () => {
    const deep = '<div>'.repeat(50_000) + sentence
    expect((await received(page(deep), 'a.html')).text).toBe(sentence)
  })
})

describe('in the thread of the caller', () => {
  it.each(['meeting.pdf', 'plan.docx', 'page.html'])(
    'reads %s as a worker does, and leaves its bytes',
    async (name) => {
      const files: Readonly<Record<string, Uint8Array>> = {
        'meeting.pdf': fixture('meeting.pdf'),
        'plan.docx': wordFile(paragraph(sentence)),
        'page.html': utf8(`<html><p>${sentence}</p></html>`),
      }
      // A Buffer, as Node reads files.
      const bytes = Buffer.from(files[name] ?? [])
      const first = await receive(bytes, name, defaultLimits, parse)
      expect(first).toEqual(await receive(bytes, name))
      expect(await receive(bytes, name, defaultLimits, parse)).toEqual(first)
      expect(first.ok).toBe(true)
    },
  )
})

describe('limits of the worker', () => {
  it('ends a file that takes too long', async () => {
    expect(await refusedAs(fixture('meeting.pdf'), 'a.pdf', { milliseconds: 1 })).toMatchObject({
      code: 'document.timeout',
    })
  })

  it('ends a file that takes too much memory', async () => {
    const wide = utf8(`<html>${'<p>a</p>'.repeat(400_000)}`)
    expect(await refusedAs(wide, 'a.html', { heapMb: 48 })).toMatchObject({ code: 'document.memory' })
  })

  it('does not refuse a file for the memory that others take beside it', async () => {
    const small = utf8('<html><p>年底前建成。</p>')
    const wide = utf8(`<html>${'<p>a</p>'.repeat(200_000)}`)
    const limits = { ...defaultLimits, growthMb: 200 }
    const files = [wide, small, small, small]
    const results = await Promise.all(files.map((bytes) => receive(bytes, 'a.html', limits)))
    for (const [at, it] of results.entries()) {
      if (files[at] === small) expect(it).toMatchObject({ ok: true })
    }
  })

  it('ends a file that makes the process grow too much, alone or not', async () => {
    const wide = utf8(`<html>${'<p>a</p>'.repeat(400_000)}`)
    // Threads of a heap of their own: those of the files before have grown already.
    expect(await refusedAs(wide, 'a.html', { growthMb: 40, heapMb: 1000 })).toEqual({
      code: 'document.memory',
      path: 'a.html',
      facts: { megabytes: 40 },
    })
  })
})

describe('any bytes', () => {
  const answered = async (bytes: Uint8Array, name: string) => {
    const result = await receive(bytes, name)
    expect(result.ok ? result.value.text.trim() : result.refusals[0]?.code).toBeTruthy()
  }

  it('give a value or a refusal', async () => {
    const names = fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.pdf', 'a.doc', 'a')
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), names, answered), { numRuns: 300 })
  })

  it('of a good file with some changed give a value or a refusal', async () => {
    const files = [
      ['a.docx', wordFile(paragraph(sentence))],
      ['a.pdf', pdfFile('GBK-EUC-H', iconv.encode(sentence, 'gbk'))],
    ] as const
    const change = fc.tuple(fc.nat(), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        async (file, changes) => {
          const bytes = Uint8Array.from(file[1])
          for (const [at, value] of changes) bytes[at % bytes.length] = value
          await answered(bytes, file[0])
        },
      ),
      { numRuns: 8 },
    )
  })
})
