import type { Tile } from '@gangmu/contract'
import { type Light, lights } from '@gangmu/core'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { LightShape, lightShapes } from '../commitment/light-mark.js'
import { type MapTile, TileMap } from '../ui/tile-map.js'
import { useWords } from '../words/use-words.js'
import type { Words } from '../words/words.js'
import type { Register } from './use-units.js'

interface Props {
  readonly tiles: readonly Tile[]
  readonly register: Register | null
  /** Whether tiles are coloured by what is owed there. */
  readonly coloured: boolean
  readonly hrefOf: (unit: string) => string
}

/** The towns as hexagons, boards outlined; where one points, what stands there is said below. */
export function TerritoryMap({ tiles, register, coloured, hrefOf }: Props): ReactNode {
  const words = useWords()
  const navigate = useNavigate()
  const [pointed, setPointed] = useState<string | null>(null)
  const [board, setBoard] = useState<string | null>(null)
  const shown = useMemo(
    () => tiles.map((it) => mapTile(words, it, register, coloured)),
    [tiles, words, register, coloured],
  )
  const boards = useMemo(() => [...new Set(tiles.map((it) => it.board))].filter((it) => it !== ''), [tiles])
  const open = useCallback((unit: string) => void navigate(hrefOf(unit)), [navigate, hrefOf])
  const tile = tiles.find((it) => it.unit === pointed)
  return (
    <div className="territory-map">
      <TileMap
        label={words.overview.map}
        tiles={shown}
        hrefOf={hrefOf}
        onOpen={open}
        onPoint={setPointed}
        highlighted={tile?.board ?? board}
      />
      <p className="pointed" aria-hidden="true">
        {tile === undefined ? (
          <span className="muted">{coloured ? words.overview.mapHelp : words.territory.mapHelp}</span>
        ) : (
          descriptionOf(words, tile, register, coloured)
        )}
      </p>
      {coloured && <Legend />}
      <ul className="boards" aria-label={words.territory.boards}>
        {boards.map((it) => (
          <li key={it} onMouseEnter={() => setBoard(it)} onMouseLeave={() => setBoard(null)}>
            <Link to={hrefOf(it)} onFocus={() => setBoard(it)} onBlur={() => setBoard(null)}>
              {register?.nameOf(it) ?? it}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Legend(): ReactNode {
  const words = useWords()
  return (
    <ul className="legend" aria-label={words.lightWord}>
      {(['red', 'yellow', 'green', 'grey'] satisfies Light[]).map((light) => (
        <li key={light} className={`light-count ${light}`}>
          <LightShape light={light} />
          {words.lights[light]}
        </li>
      ))}
      <li className="muted">
        <span className="empty-swatch" aria-hidden="true" />
        {words.overview.mapNothing}
      </li>
    </ul>
  )
}

function mapTile(words: Words, it: Tile, register: Register | null, coloured: boolean): MapTile {
  const light = coloured ? it.light : null
  return {
    id: it.unit,
    col: it.col,
    row: it.row,
    group: it.board,
    label: shortName(words, it.name),
    description: descriptionOf(words, it, register, coloured),
    tone: light,
    shape: light === null ? null : lightShapes[light],
  }
}

/** The name without the word for town or street, cut to what a tile holds. */
function shortName(words: Words, name: string): string {
  const suffix = words.territory.townSuffixes.find((it) => name.endsWith(it) && name.length > it.length)
  return name.slice(0, suffix === undefined ? name.length : -suffix.length).slice(0, 4)
}

function descriptionOf(words: Words, it: Tile, register: Register | null, coloured: boolean): string {
  const nameOf = register?.nameOf ?? ((unit: string) => unit)
  const counts = lights
    .filter((light) => it.counts[light] > 0)
    .map((light) => `${words.lights[light]} ${it.counts[light]}`)
  return [
    it.name,
    it.board === '' ? null : nameOf(it.board),
    it.zones.length === 0 ? null : it.zones.map(nameOf).join(words.app.listComma),
    coloured ? (counts.length === 0 ? words.overview.mapNothing : counts.join(' ')) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
