import { Component, type ReactNode } from 'react'
import { StateView } from '../ui/state-view.js'
import { useWords } from '../words/use-words.js'

function BrokenView(): ReactNode {
  const words = useWords()
  return (
    <main className="alone">
      <StateView
        page
        title={words.states.broken}
        detail={words.states.brokenWhy}
        action={words.states.reload}
        onAction={() => window.location.reload()}
      />
    </main>
  )
}

/** Bugs throw; this is where they end. */
export class Broken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }
  override render(): ReactNode {
    return this.state.broken ? <BrokenView /> : this.props.children
  }
}
