import type { Sentence } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.js'
import { useWords } from '../words/use-words.js'

/** The words a commitment comes from, where they stand. */
export function SentenceView({ sentence }: { readonly sentence: Sentence | null }): ReactNode {
  const words = useWords()
  return (
    <section>
      <h3>{words.commitment.sentence}</h3>
      {sentence === null ? (
        <p className="muted">{words.commitment.noSentence}</p>
      ) : (
        <>
          <blockquote lang="zh-CN">
            {sentence.paragraph.slice(0, sentence.offset)}
            <mark>{sentence.paragraph.slice(sentence.offset, sentence.offset + sentence.quote.length)}</mark>
            {sentence.paragraph.slice(sentence.offset + sentence.quote.length)}
          </blockquote>
          <p>
            {sentence.documentTitle}{' '}
            <Link to={paths.document(sentence.document, sentence.finding)}>
              {words.commitment.openDocument}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}
