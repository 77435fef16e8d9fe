import { type ModelNote, emptyLexicon, modelRule } from '@gangmu/core'
import { expect, test } from 'vitest'
import { read } from '../extract/read.js'
import { restore } from '../restore/restore.js'
import { recall } from './recall.js'

const line = '双桥镇的泵站前排着长队。'
const received = [
  '东麓区功能区建设工作部署会召开',
  line,
  '东麓区力争全年规上工业产值突破300亿元。',
  line,
  '彩塘镇要在2026年6月底前建成智能制造产业园一期。',
].join('\n')
const restoration = restore(received)
const { text } = restoration
const rules = read({ received, restoration, lexicon: emptyLexicon })

const note: ModelNote = {
  name: 'scripted',
  version: null,
  prompt: 'prompt-0',
  asked: 1,
  answered: 1,
  unseen: 0,
  added: 9,
  agreed: 9,
  dropped: { twice: 2 },
  failure: null,
}
const quote = '双桥镇的泵站前排着长队'
const body = {
  kind: 'action',
  actor: '双桥镇',
  theme: '',
  text: quote,
  modality: 'commitment',
  operational: true,
} as const

test('what a model proposed is found again nearest to where it stood, and counted anew', () => {
  const second = text.lastIndexOf(quote)
  for (const start of [second + 3, second - 3]) {
    const again = recall(text, rules, note, [{ start, quote, body }])
    expect(again.findings.filter((it) => it.rule === modelRule).map((it) => it.anchor.start)).toEqual([
      second,
    ])
    expect(again.model).toEqual({ ...note, added: 1, agreed: 0 })
    expect(again.rules).toBe(`${rules.rules}+scripted+prompt-0`)
  }
})

test('what the text no longer says is gone, and the rules stay as they are', () => {
  const lost = { start: 0, quote: '双桥鎮的泵站前排着长队', body }
  const stray = { start: 0, quote, body: { ...body, text: '泵站已通水', actor: '海关' } }
  const again = recall(text, rules, note, [lost, stray])
  expect(again.findings).toEqual(rules.findings)
})
