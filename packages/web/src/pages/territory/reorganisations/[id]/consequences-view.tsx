import type { Consequences } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../../paths.js'
import { sentenceFor } from '../../../../words/refusal-words.js'
import { useWords } from '../../../../words/use-words.js'

/** Everything a draft would move, and why it may not be published as it is. */
export function ConsequencesView({ shown }: { readonly shown: Consequences }): ReactNode {
  const words = useWords()
  const said = words.reorganisation
  const link = (it: Consequences['links']['ends'][number]): string =>
    `${it.fromName} ${words.linkKinds[it.kind]} ${it.toName}${it.share.whole === 1 ? '' : ` ${it.share.part}/${it.share.whole}`}`
  const change = (old: string, now: string): string => (old === now ? old : `${old} → ${now}`)
  return (
    <>
      <h2>{said.consequences}</h2>
      {shown.refusals.length > 0 && (
        <ul className="refusals">
          {shown.refusals.map((it, index) => (
            <li key={index}>{sentenceFor(words, it)}</li>
          ))}
        </ul>
      )}
      <Lines
        title={said.unitsEnd}
        lines={shown.units.ends.map((it) => `${it.name}${words.app.colon}${words.unitKinds[it.kind]}`)}
      />
      <Lines
        title={said.unitsBegin}
        lines={shown.units.begins.map((it) => `${it.name}${words.app.colon}${words.unitKinds[it.kind]}`)}
      />
      <Lines title={said.linksEnd} lines={shown.links.ends.map(link)} />
      <Lines title={said.linksBegin} lines={shown.links.begins.map(link)} />
      <Lines title={said.lineage} lines={shown.lineage.map((it) => said.origin(it))} />
      <Lines
        title={said.commitments}
        lines={shown.commitments.map((it) => (
          <>
            <Link to={paths.commitment(it.id)}>{it.title}</Link>{' '}
            {`${words.sides.owner}${words.app.colon}${change(it.ownerName, it.newOwnerName)} · ${words.sides.issuer}${words.app.colon}${change(it.issuerName, it.newIssuerName)}`}
          </>
        ))}
      />
      <Lines
        title={said.posts}
        lines={shown.posts.map(
          (it) => `${it.name} ${words.roles[it.role]}${words.app.colon}${change(it.unitName, it.heirName)}`,
        )}
      />
      <Lines
        title={said.documents}
        lines={shown.documents.map(
          (it) => `${change(it.unitName, it.heirName)}${words.app.colon}${words.app.total(it.count)}`,
        )}
      />
    </>
  )
}

function Lines({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly ReactNode[]
}): ReactNode {
  if (lines.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className="muted">{lines.length}</span>
      </h3>
      <ul>
        {lines.map((it, index) => (
          <li key={index}>{it}</li>
        ))}
      </ul>
    </section>
  )
}
