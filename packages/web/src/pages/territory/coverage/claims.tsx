import type { routes } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { paths } from '../../../paths.js'
import { useWords } from '../../../words/use-words.js'

type Data = z.output<typeof routes.unit.coverage.reply>
type Claim = Data['claims'][number]
type Sentence = NonNullable<Claim['sentence']>

/** Of a longer sentence only the clause that claims is shown at first. */
const longest = 80

/** What the register holds beside what documents declare, each with its sentence, so that the gap is seen. */
export function Claims({ data }: { readonly data: Data }): ReactNode {
  const words = useWords()
  const declared = data.claims.find((it) => it.zones !== null)?.zones ?? null
  const registered = { zones: data.zones, towns: data.towns }
  return (
    <>
      <table className="data-table claims">
        <caption className="unseen">{words.coverage.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.coverage.measure}</th>
            <th scope="col" className="numeric">
              {words.coverage.registered}
            </th>
            <th scope="col">{data.claims.length > 0 && words.coverage.declared}</th>
          </tr>
        </thead>
        <tbody>
          {(['zones', 'towns'] as const).map((what) => (
            <tr key={what}>
              <th scope="row">{words.coverage[what]}</th>
              <td className="numeric">{registered[what]}</td>
              <td>
                {data.claims
                  .filter((it) => it[what] !== null)
                  .map((it, index) => (
                    <div key={index}>
                      <strong>{it[what]}</strong>{' '}
                      {it[what] === registered[what]
                        ? words.coverage.same
                        : words.coverage.gap(Math.abs((it[what] ?? 0) - registered[what]))}
                    </div>
                  ))}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.coverage.named}</th>
            <td className="numeric">{data.namedInDocuments}</td>
            <td>{declared !== null && words.coverage.namedValue(data.namedInDocuments, declared)}</td>
          </tr>
        </tbody>
      </table>
      {data.claims.map((it, index) => (
        <Source key={index} claim={it} />
      ))}
    </>
  )
}

function Source({ claim }: { readonly claim: Claim }): ReactNode {
  const words = useWords()
  const { sentence } = claim
  const said = words.coverage.claim(claim.zones, claim.towns)
  return (
    <div className="claim-source">
      <strong>{said}</strong>{' '}
      {sentence === null ? (
        <span className="muted">{words.coverage.claimUnsourced}</span>
      ) : (
        <>
          {sentence.quote.length > longest ? (
            <Marked sentence={sentence} from={sentence.clause.start} to={sentence.clause.end} />
          ) : (
            <Marked sentence={sentence} from={0} to={sentence.quote.length} />
          )}{' '}
          <Link to={paths.document(sentence.document)}>{sentence.title}</Link>
          {sentence.quote.length > longest && (
            <details>
              <summary>{words.coverage.claimWhole}</summary>
              <Marked sentence={sentence} from={0} to={sentence.quote.length} />
            </details>
          )}
        </>
      )}
    </div>
  )
}

interface MarkedProps {
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
}

/** A part of the sentence, the words of the claim marked; what is left out shows as dots. */
function Marked({ sentence, from, to }: MarkedProps): ReactNode {
  const { quote, words } = sentence
  return (
    <q lang="zh-CN">
      {from > 0 && '…'}
      {quote.slice(from, words.start)}
      <mark>{quote.slice(words.start, words.end)}</mark>
      {quote.slice(words.end, to)}
      {to < quote.length && '…'}
    </q>
  )
}
