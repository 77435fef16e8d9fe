import type { ModelFailure, ModelNote } from '@gangmu/core'
import type { Language } from './language.js'
import type { Sentences } from './sentence.js'

/** What is said of a model: that it is there, how it took part, why it did not. */
export interface ModelWords {
  readonly mark: string
  /** Said at a start: where the words of documents go. */
  readonly used: (name: string, host: string) => string
  readonly note: (it: ModelNote) => string
  readonly failures: Readonly<Record<ModelFailure, string>>
}

const zh: ModelWords = {
  mark: '模型提出',
  used: (name, host) => `模型：${name}。文件的文字会发往 ${host}；其提出的摘录须由人认定。`,
  note: (it) => {
    if (it.answered === 0) {
      const why = it.failure === null ? '规则没有摘录，未向其发送文字' : zh.failures[it.failure]
      return `模型未参与：${why}（${it.name}）`
    }
    return [
      `模型 ${it.name} 另提出 ${it.added} 条，与规则相同 ${it.agreed} 条`,
      ...(droppedOf(it) === 0 ? [] : [`弃去 ${droppedOf(it)} 条（原文中没有，或不合要求）`]),
      ...(it.failure === null
        ? []
        : [`${it.asked} 段中有 ${it.asked - it.answered} 段未答：${zh.failures[it.failure]}`]),
      ...(it.unseen === 0 ? [] : [`末尾 ${it.unseen} 字未送`]),
    ].join('；')
  },
  failures: {
    timeout: '超时',
    unreachable: '连不上',
    busy: '对方繁忙',
    denied: '密钥不被接受',
    rejected: '对方不接受此请求',
    faulty: '对方出错',
    redirected: '对方要求转往别处，未照办',
    'not-an-answer': '回答不是对话接口的格式',
    'cut-short': '回答不完整',
    'too-long': '回答过长',
    nonsense: '回答不合要求',
    resting: '连续失败，暂停询问',
  },
}

const en: ModelWords = {
  mark: 'proposed by model',
  used: (name, host) =>
    `Model: ${name}. The text of documents goes to ${host}; what it proposes waits for a person.`,
  note: (it) => {
    if (it.answered === 0) {
      const why =
        it.failure === null ? 'the rules found nothing, so it was shown nothing' : en.failures[it.failure]
      return `the model took no part: ${why} (${it.name})`
    }
    return [
      `model ${it.name}: ${it.added} more, ${it.agreed} as the rules`,
      ...(droppedOf(it) === 0 ? [] : [`${droppedOf(it)} dropped, not in the text or not as asked`]),
      ...(it.failure === null
        ? []
        : [`no answer for ${it.asked - it.answered} of ${it.asked} passages: ${en.failures[it.failure]}`]),
      ...(it.unseen === 0 ? [] : [`the last ${it.unseen} characters were not sent`]),
    ].join('; ')
  },
  failures: {
    timeout: 'timeout',
    unreachable: 'out of reach',
    busy: 'busy',
    denied: 'it does not take the key',
    rejected: 'it does not take the question',
    faulty: 'it failed',
    redirected: 'it sends to another address, which is not followed',
    'not-an-answer': 'no answer of the chat API',
    'cut-short': 'the answer is cut short',
    'too-long': 'the answer is too long',
    nonsense: 'the answer is not what was asked for',
    resting: 'it failed several times and is left alone for a while',
  },
}

export const modelWords: Readonly<Record<Language, ModelWords>> = { zh, en }

function droppedOf({ dropped }: ModelNote): number {
  return Object.values(dropped).reduce((sum, it) => sum + (it ?? 0), 0)
}

const range = (it: Parameters<Sentences[string][0]>[0]): string => `${it['least']}–${it['most']}`

export const modelSentences: Sentences = {
  'model.half-set': [
    (it) =>
      `未设此变量，而 ${it['set']} 已设。请补上（服务器不要密钥时，密钥可填任意词）；不用模型就三个都去掉。`,
    (it) =>
      `This variable is not set, but ${it['set']} is. Set it (any word, where the server wants no key), or take all three away to go without a model.`,
  ],
  'model.bad-setting': [
    (it) =>
      ({
        address: '须是 http:// 或 https:// 的地址，不含用户名和密码。请更正，例如 https://主机/v1。',
        key: '密钥只能由可见的 ASCII 字符组成，不含空格。请更正。',
        name: '模型名只能由可见的 ASCII 字符组成，不含空格。请更正。',
      })[String(it['expected'])] ?? `须是 ${range(it)} 的整数。请更正，或去掉以用默认值。`,
    (it) =>
      ({
        address:
          'It must be an http:// or https:// address without a name and password in it. Correct it, e.g. https://host/v1.',
        key: 'A key is made of visible ASCII characters, without blanks. Correct it.',
        name: 'The name of a model is made of visible ASCII characters, without blanks. Correct it.',
      })[String(it['expected'])] ??
      `It must be a whole number, ${range(it)}. Correct it, or take it away for the default.`,
  ],
  'model.not-set': [
    () => '--model 需要模型。请设置 GANGMU_MODEL_URL、GANGMU_MODEL_KEY、GANGMU_MODEL_NAME，或去掉 --model。',
    () =>
      '--model wants a model. Set GANGMU_MODEL_URL, GANGMU_MODEL_KEY and GANGMU_MODEL_NAME, or leave --model out.',
  ],
}
