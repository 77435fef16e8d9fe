import { mayReadEntries } from '@gangmu/core'
import type { ReactNode } from 'react'
import { Navigate } from 'react-router'
import { useTitle } from '../../layout/use-title.js'
import { paths } from '../../paths.js'
import { useSession } from '../../session/use-session.js'
import { StateView } from '../../ui/state-view.js'
import { useWords } from '../../words/use-words.js'

export default function AdminPage(): ReactNode {
  const words = useWords()
  useTitle(words.admin.title)
  const { subject } = useSession()
  if (mayReadEntries(subject)) return <Navigate to={paths.entries()} replace />
  return <StateView page title={words.states.forbidden} detail={words.states.forbiddenWhy} />
}
