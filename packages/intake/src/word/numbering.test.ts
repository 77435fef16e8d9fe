import { describe, expect, it } from 'vitest'
import { withNumbers } from './numbering.js'
import { numeral } from './numeral.js'

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

const numbering =
  `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}` +
  `${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%1.%3', '<w:pStyle w:val="Third"/>')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '•')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'

const styles =
  '<w:styles><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:styleId="Third"><w:basedOn w:val="Base"/></w:style></w:styles>'

const listed = (list: number, at: number, text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`

/** Paragraphs as plain text. */
function textOf(...paragraphs: readonly string[]): string[] {
  const document = withNumbers({ document: paragraphs.join(''), numbering, styles })
  return document.split('</w:p>').map((it) => it.replace(/<[^>]*>/g, ''))
}

describe('automatic numbers', () => {
  it('count on, and begin anew below', () => {
    const it = textOf(
      listed(1, 0, '甲'),
      listed(1, 1, '乙'),
      listed(1, 1, '丙'),
      listed(1, 0, '丁'),
      listed(1, 1, '戊'),
    )
    expect(it).toEqual(['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', ''])
  })

  it('leave out bullets, lists that are none and paragraphs without a list', () => {
    expect(
      textOf(listed(2, 0, '甲'), listed(0, 0, '乙'), listed(9, 0, '丙'), '<w:p><w:pPr></w:pPr>丁</w:p>'),
    ).toEqual(['甲', '乙', '丙', '丁', ''])
  })

  it('start where a list says it starts', () => {
    expect(textOf(listed(3, 0, '甲'), listed(3, 0, '乙'))).toEqual(['五、甲', '六、乙', ''])
  })

  it('come from the style as well, at the level that names it', () => {
    const styledParagraph = '<w:p><w:pPr><w:pStyle w:val="Third"/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    expect(textOf(listed(1, 0, '总'), styledParagraph, styledParagraph)).toEqual([
      '一、总',
      '一.1 甲',
      '一.2 甲',
      '',
    ])
  })

  it('stand behind a recorded change of the paragraph, and do not count it', () => {
    const changed =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>'
    expect(textOf(changed, listed(1, 0, '乙'))).toEqual(['一、甲', '二、乙', ''])
  })
})

it.each([
  [10, 'chineseCounting', '十'],
  [21, 'chineseCounting', '二十一'],
  [3, 'decimalEnclosedCircle', '③'],
  [28, 'lowerLetter', 'bb'],
  [14, 'upperRoman', 'XIV'],
  [12, 'decimalFullWidth', '１２'],
  [7, 'unheardOf', '7'],
])('%i as %s is %s', (value, format, said) => {
  expect(numeral(value, format)).toBe(said)
})
