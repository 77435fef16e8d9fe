import type { routes } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import { paths } from '../../../paths.js'
import { useWords } from '../../../words/use-words.js'

type Data = z.output<typeof routes.unit.coverage.reply>

/** What the register holds beside what documents declare, each with its sentence, so that the gap is seen. */
export function Claims({ data }: { readonly data: Data }): ReactNode {
  const words = useWords()
  const declared = data.claims.find((it) => it.zones !== null)?.zones ?? null
  const registered = { zones: data.zones, towns: data.towns }
  return (
    <table className="data-table claims">
      <caption className="unseen">{words.coverage.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.coverage.measure}</th>
          <th scope="col" className="numeric">
            {words.coverage.registered}
          </th>
          <th scope="col">{words.coverage.declared}</th>
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
                    <Source claim={it} />
                  </div>
                ))}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.coverage.named}</th>
          <td className="numeric">{data.namedInDocuments}</td>
          <td>{words.coverage.namedValue(data.namedInDocuments, declared)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Source({ claim }: { readonly claim: Data['claims'][number] }): ReactNode {
  const words = useWords()
  if (claim.sentence === null) return <small className="beside-wrap">{words.coverage.claimUnsourced}</small>
  return (
    <span className="beside-wrap">
      <q lang="zh-CN">{claim.sentence.quote}</q>{' '}
      <Link to={paths.document(claim.sentence.document)}>{claim.sentence.title}</Link>
    </span>
  )
}
