import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../words/use-words.js'
import { LightShape } from './light-mark.js'

interface ThemeCount {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly total: number
  readonly red: number
  readonly yellow: number
}

interface Props {
  readonly themes: readonly ThemeCount[]
  readonly without: number
  readonly chosen: string | undefined
  readonly hrefOf: (theme: string | undefined) => string
}

/** The plan tree with what is in it, and how much of that is late. */
export function ThemeTree({ themes, without, chosen, hrefOf }: Props): ReactNode {
  const words = useWords()
  const branch = (parent: string | null): ReactNode => {
    const here = themes.filter((it) => it.parent === parent)
    if (here.length === 0) return null
    return (
      <ul>
        {here.map((theme) => (
          <li key={theme.id}>
            <Item to={hrefOf(theme.id)} current={chosen === theme.id} name={theme.name} theme={theme} />
            {branch(theme.id)}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <nav className="theme-tree" aria-label={words.commitments.themes}>
      <h2>{words.commitments.themes}</h2>
      <ul>
        <li>
          <Item to={hrefOf(undefined)} current={chosen === undefined} name={words.commitments.allThemes} />
        </li>
      </ul>
      {branch(null)}
      {without > 0 && (
        <ul>
          <li>
            <Item
              to={hrefOf('none')}
              current={chosen === 'none'}
              name={words.commitments.withoutTheme}
              theme={{ total: without, red: 0, yellow: 0 }}
            />
          </li>
        </ul>
      )}
    </nav>
  )
}

interface ItemProps {
  readonly to: string
  readonly current: boolean
  readonly name: string
  readonly theme?: Pick<ThemeCount, 'total' | 'red' | 'yellow'>
}

function Item({ to, current, name, theme }: ItemProps): ReactNode {
  const words = useWords()
  const late = (['red', 'yellow'] as const).filter((light) => (theme?.[light] ?? 0) > 0)
  return (
    <Link to={to} aria-current={current ? 'true' : undefined}>
      <span>{name}</span>
      {late.map((light) => (
        <span key={light} className={`light-count ${light}`}>
          <LightShape light={light} />
          <span className="unseen">{words.lights[light]}</span>
          {theme?.[light]}
        </span>
      ))}
      {theme !== undefined && <span className="count">{theme.total}</span>}
    </Link>
  )
}
