import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { outline } from './outline.js'

const TEXT = `全市重点工作推进会召开
各板块怎么干
一起来看
部署已经明确
步子正在加快
东湖
争当创新排头兵
东湖将推进“双城、双湖”建设，实施1,200户改造；改造片区（含老街，新街）3处。
一要加快机制重塑。强化统筹，理顺关系。`

it('tells title, lead, headings and paragraphs apart', () => {
  const { title, blocks } = outline(TEXT)
  expect(title && TEXT.slice(title.start, title.end)).toBe('全市重点工作推进会召开')
  expect(blocks.map((it) => it.kind)).toEqual(['lead', 'heading', 'heading', 'paragraph', 'paragraph'])
})

it('splits clauses, but not names in quotes, brackets or figures', () => {
  const { blocks } = outline(TEXT)
  const words = blocks[3]?.sentences.flatMap((it) =>
    it.clauses.map(({ start, end }) => TEXT.slice(start, end)),
  )
  expect(words).toEqual(['东湖将推进“双城、双湖”建设', '实施1,200户改造', '改造片区（含老街，新街）3处'])
})

it('keeps every part inside the one above it, in order, in any text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('城', '湖', '，', '。', '；', '“', '”', '（', '）', '\n', ' ', '！', '一、', '3'),
      ),
      (parts) => {
        const text = parts.join('')
        for (const block of outline(text).blocks) {
          let last = block.start
          for (const sentence of block.sentences) {
            expect(sentence.start).toBeGreaterThanOrEqual(last)
            expect(sentence.end).toBeLessThanOrEqual(block.end)
            for (const clause of sentence.clauses) {
              expect(clause.start).toBeGreaterThanOrEqual(sentence.start)
              expect(clause.end).toBeLessThanOrEqual(sentence.end)
              expect(clause.start).toBeLessThan(clause.end)
            }
            last = sentence.end
          }
        }
      },
    ),
  )
})

describe('the title under a letterhead', () => {
  const titleOf = (text: string) => {
    const { title } = outline(text)
    return title && text.slice(title.start, title.end)
  }
  const body = '各镇要在6月底前完成整改，区里逐月通报。'

  it.each([
    ['泽湖市人民政府办公室', '泽政办发〔2026〕37号'],
    ['中共泽湖市委文件', '泽湖市工作专班领导小组办公室', '第37期'],
    ['泽湖市人民政府办公室'],
  ])('stands below who issues it and its number: %s', (...head) => {
    expect(titleOf([...head, '关于沿河环境整治的会议纪要', body].join('\n'))).toBe(
      '关于沿河环境整治的会议纪要',
    )
  })

  it('is the first line where nothing below could be one', () => {
    expect(titleOf(`泽湖市人民政府办公室\n${body}\n${body}`)).toBe('泽湖市人民政府办公室')
    expect(titleOf(`泽湖市人民政府办公室\n一、总体要求\n${body}`)).toBe('泽湖市人民政府办公室')
    expect(titleOf(`泽湖市多部门整治河道\n沿河两岸换新颜\n${body}`)).toBe('泽湖市多部门整治河道')
  })
})
