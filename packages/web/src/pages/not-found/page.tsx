import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTitle } from '../../layout/use-title.js'
import { paths } from '../../paths.js'
import { StateView } from '../../ui/state-view.js'
import { useWords } from '../../words/use-words.js'

export default function NotFoundPage(): ReactNode {
  const words = useWords()
  useTitle(words.states.notFound)
  return (
    <StateView page title={words.states.notFound} detail={words.states.notFoundWhy}>
      <Link to={paths.overview()}>{words.states.home}</Link>
    </StateView>
  )
}
