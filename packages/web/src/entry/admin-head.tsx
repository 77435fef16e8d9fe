import { mayAdminister } from '@gangmu/core'
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { paths } from '../paths.js'
import { useSession } from '../session/use-session.js'
import { useWords } from '../words/use-words.js'

/** Title and parts of the administration; each role sees its own. */
export function AdminHead(): ReactNode {
  const words = useWords()
  const { subject } = useSession()
  return (
    <div className="title-row">
      <h1>{words.admin.title}</h1>
      <nav className="sub-nav" aria-label={words.admin.title}>
        <NavLink to={paths.entries()}>{words.admin.entries}</NavLink>
        {mayAdminister(subject) && <NavLink to={paths.people()}>{words.admin.people}</NavLink>}
      </nav>
    </div>
  )
}
