import type { Block } from '../outline/types.js'
import { type DateExpression, datesIn } from './dates.js'
import type { Frame, Ground } from './ground.js'
import { pattern } from '../pattern/pattern.js'

/** 完成时限：9月底前: the label of a task's deadline, at the end of the task or on the line below it. */
const LABEL = pattern(
  /(?:完成|办理|整改|办结|落实)?(?:时限|期限)(?:要求)?[：:]|(?:完成|办结)(?:时间|节点)[：:]|时间节点[：:]|(?:限时|期限)为[：:]?/u,
)
const OWN_LINE = pattern(
  /^[（(]?(?:(?:责任|牵头|主办|配合)[^：:]{0,6}|(?:完成|办理|整改|办结|落实)?(?:时限|期限|时间)(?:要求)?)[：:]/u,
)

/**
 * The deadline a task names behind itself, as a date in force for the whole of it: from when what stands over it
 * begins. Null where it names none, or one that is no day (长期坚持).
 */
export function deadlineOf(
  ground: Ground,
  { start, end }: Pick<Block, 'start' | 'end'>,
  over: DateExpression | null,
): DateExpression | null {
  const words = ground.text.slice(start, end)
  const label = LABEL.exec(words)
  if (label === null) return null
  const from = start + label.index + label[0].length
  const stop = ground.text.slice(from, end).search(/[；;。）)，,]/u)
  const date = datesIn(ground.text, from, stop < 0 ? end : from + stop, ground).at(-1)
  if (date?.period?.end == null) return null
  const period = { start: over?.period?.start ?? date.period.start, end: date.period.end }
  return { ...date, start: 0, end: 0, raw: '', period, kind: 'until' }
}

/** Whether a paragraph only says who answers for the one above it, and by when. */
export const isOwnLine = (words: string): boolean => OWN_LINE.test(words)

/** The same frame with a deadline in force, unless a time of its own, or one its sentence named, is. */
export function withDeadline(frame: Frame, deadline: DateExpression, headed: DateExpression | null): Frame {
  return frame.carried === null || frame.carried === headed ? { ...frame, carried: deadline } : frame
}
