import type { DocumentRow } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.js'
import { useWords } from '../../words/use-words.js'

export function NewestDocuments({ documents }: { readonly documents: readonly DocumentRow[] }): ReactNode {
  const words = useWords()
  return (
    <section className="short-list">
      <h2>{words.overview.documents}</h2>
      {documents.length === 0 && <p className="muted">{words.overview.documentsNone}</p>}
      <ul>
        {documents.slice(0, 6).map((it) => (
          <li key={it.id} className="document-line">
            <Link to={paths.document(it.id)} className="short-title">
              {it.title || it.name}
            </Link>
            <span className="muted">{it.date}</span>
            <span className="muted">
              {it.state === 'read' ? words.overview.openFindings(it.open) : words.documentStates[it.state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
