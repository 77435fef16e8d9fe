import { memo, type MouseEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { sameItems } from '../ui/same-items.js'
import { paragraphsOf, type Segment, segmentsOf } from '../ui/segments.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'
import type { TextMark } from './marks.js'

interface Props {
  readonly label: string
  readonly text: string
  readonly marks: readonly TextMark[]
  readonly current: string | null
  readonly pane: RefObject<HTMLDivElement | null>
  readonly onScroll: () => void
  readonly onPick: (id: string, kind: TextMark['kind']) => void
}

/** A text in paragraphs with its marks. Only paragraphs that hold what changed are drawn anew. */
export const TextPane = memo(function TextPane(props: Props): ReactNode {
  const { text, marks, current, onPick } = props
  const words = useWords()
  const drawn = useRef<readonly Marked[]>([])
  const paragraphs = useMemo(() => {
    const sorted = [...marks].sort((a, b) => a.start - b.start)
    return paragraphsOf(text).map(([start, end], index): Marked => {
      const inside = sorted.filter((it) => it.start < end && it.end > start)
      const before = drawn.current[index]
      return before?.start === start && before.end === end && sameItems(before.marks, inside)
        ? before
        : { start, end, marks: inside }
    })
  }, [text, marks])
  useEffect(() => {
    drawn.current = paragraphs
  })
  function pick(event: MouseEvent): void {
    const hit = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null
    const id = hit?.dataset['mark']
    if (id !== undefined) onPick(id, hit?.dataset['kind'] === 'finding' ? 'finding' : 'repair')
  }
  return (
    <section className="text-pane" aria-label={props.label}>
      <h2>{props.label}</h2>
      {/* Every mark can also be reached from the list beside the text, by keyboard. */}
      <div
        className="text-scroll"
        ref={props.pane}
        tabIndex={0}
        role="document"
        aria-label={props.label}
        onScroll={props.onScroll}
        onClick={pick}
        lang="zh-CN"
      >
        {paragraphs.map((it) => (
          <Paragraph
            key={it.start}
            text={text}
            start={it.start}
            end={it.end}
            marks={it.marks}
            current={it.marks.some((mark) => mark.id === current) ? current : null}
            words={words}
          />
        ))}
      </div>
    </section>
  )
})

interface Marked {
  readonly start: number
  readonly end: number
  readonly marks: readonly TextMark[]
}

interface ParagraphProps {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly marks: readonly TextMark[]
  readonly current: string | null
  readonly words: Words
}

const Paragraph = memo(function Paragraph({
  text,
  start,
  end,
  marks,
  current,
  words,
}: ParagraphProps): ReactNode {
  const segments = useMemo(() => segmentsOf(marks, start, end), [marks, start, end])
  return (
    <p data-start={start} data-end={end}>
      {segments.map((segment) =>
        segment.marks.length === 0 ? (
          text.slice(segment.start, segment.end)
        ) : (
          <MarkedSpan key={segment.start} segment={segment} text={text} current={current} words={words} />
        ),
      )}
    </p>
  )
})

interface SpanProps {
  readonly segment: Segment<TextMark>
  readonly text: string
  readonly current: string | null
  readonly words: Words
}

function MarkedSpan({ segment, text, current, words }: SpanProps): ReactNode {
  const findings = segment.marks.filter((it) => it.kind === 'finding')
  const repair = segment.marks.find((it) => it.kind === 'repair')
  const inner = findings.find((it) => it.id === current) ?? findings.at(-1)
  const isCurrent = segment.marks.some((it) => it.id === current)
  const letters = segment.opens
    .filter((it) => it.kind === 'finding')
    .map((it) => words.findingLetters[it.finding.body.kind])
    .join('')
  const classes = [
    inner !== undefined && `finding ${inner.finding.body.kind} ${inner.finding.decision?.decision ?? 'open'}`,
    findings.length > 1 && 'several',
    repair !== undefined && `repair ${repair.repair?.applied === false ? 'proposed' : ''}`,
    isCurrent && 'current',
  ]
  const title =
    repair === undefined ? undefined : repairTitle(words, repair.repairKind, repair.repair?.derivation)
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      data-mark={inner?.id ?? repair?.id}
      data-kind={inner === undefined ? 'repair' : 'finding'}
      data-letters={letters === '' ? undefined : letters}
      title={title}
    >
      {text.slice(segment.start, segment.end)}
    </span>
  )
}

function repairTitle(words: Words, kind: string, derivation: string | undefined): string {
  const name = words.repairKinds[kind as keyof Words['repairKinds']] ?? kind
  return derivation === undefined || derivation === '' ? name : `${name}${words.app.colon}${derivation}`
}
