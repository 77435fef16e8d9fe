import { routes } from '@gangmu/contract'
import type { ReactNode } from 'react'
import { useRead } from '../api/use-read.js'
import { Choice } from '../ui/choice.js'
import { useWords } from '../words/use-words.js'

interface Props {
  readonly id?: string
  readonly value: string
  readonly onChange: (theme: string) => void
  /** What choosing nothing means, where that is not the same as no theme; `none` then stands for no theme. */
  readonly unchosen?: string
}

/** A theme of the plan tree, children set in under their parent. */
export function ThemeChoice({ id, value, onChange, unchosen }: Props): ReactNode {
  const words = useWords()
  const { data } = useRead(routes.commitment.themes, { query: {} }, { fresh: 60_000 })
  const themes = data?.themes ?? []
  const under = (parent: string | null, depth: number): (readonly [string, string])[] =>
    themes
      .filter((it) => it.parent === parent)
      .flatMap((it) => [[it.id, `${'\u2003'.repeat(depth)}${it.name}`] as const, ...under(it.id, depth + 1)])
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      label={words.commitment.fields.theme}
      empty={unchosen ?? words.document.noTheme}
      value={value}
      options={[
        ...(unchosen === undefined ? [] : [['none', words.document.noTheme] as const]),
        ...under(null, 0),
      ]}
      onChange={onChange}
    />
  )
}
