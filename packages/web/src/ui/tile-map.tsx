import { type KeyboardEvent, memo, type ReactNode, useMemo, useRef, useState } from 'react'
import { boundsOf, type Cell, centreOf, cornersOf, outlineOf, towards } from './hexagon.js'

export interface MapTile extends Cell {
  readonly id: string
  /** Tiles of one group share an outline. */
  readonly group: string
  readonly label: string
  /** Read out, and shown where one points. */
  readonly description: string
  /** Names the fill; null for an empty tile. */
  readonly tone: string | null
  /** A shape on a 16 × 16 field, so that the fill is never alone. */
  readonly shape: string | null
}

interface Props {
  readonly label: string
  readonly tiles: readonly MapTile[]
  readonly hrefOf: (id: string) => string
  readonly onOpen: (id: string) => void
  readonly onPoint: (id: string | null) => void
  readonly highlighted: string | null
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** A schematic of hexagons. One stop for the Tab key; arrows move from tile to tile. */
export function TileMap({ label, tiles, hrefOf, onOpen, onPoint, highlighted }: Props): ReactNode {
  const [at, setAt] = useState(tiles[0]?.id ?? '')
  const svg = useRef<SVGSVGElement>(null)
  const [left, top, width, height] = useMemo(() => boundsOf(tiles), [tiles])
  const outlines = useMemo(() => {
    const groups = [...new Set(tiles.map((it) => it.group))]
    return groups.map((group) => ({
      group,
      path: pathOf(outlineOf(tiles.filter((it) => it.group === group))),
    }))
  }, [tiles])
  const stop = tiles.some((it) => it.id === at) ? at : tiles[0]?.id
  function move(event: KeyboardEvent): void {
    const direction = arrows[event.key]
    const from = tiles.find((it) => it.id === stop)
    if (direction === undefined || from === undefined) return
    event.preventDefault()
    const to = towards(tiles, from, direction[0], direction[1])
    if (to !== null) svg.current?.querySelector<SVGElement>(`[data-tile="${CSS.escape(to.id)}"]`)?.focus()
  }
  return (
    <svg
      ref={svg}
      className="tile-map"
      viewBox={[left - 0.1, top - 0.1, width + 0.2, height + 0.2].join(' ')}
      role="group"
      aria-label={label}
      onKeyDown={move}
      onMouseLeave={() => onPoint(null)}
    >
      {tiles.map((it) => (
        <Tile
          key={it.id}
          tile={it}
          href={hrefOf(it.id)}
          stop={it.id === stop}
          onOpen={onOpen}
          onPoint={onPoint}
          onFocus={setAt}
        />
      ))}
      {outlines.map((it) => (
        <path
          key={it.group}
          d={it.path}
          className={it.group === highlighted ? 'tile-outline lit' : 'tile-outline'}
          aria-hidden="true"
        />
      ))}
    </svg>
  )
}

interface TileProps {
  readonly tile: MapTile
  readonly href: string
  readonly stop: boolean
  readonly onOpen: (id: string) => void
  readonly onPoint: (id: string) => void
  readonly onFocus: (id: string) => void
}

const Tile = memo(function Tile({ tile, href, stop, onOpen, onPoint, onFocus }: TileProps): ReactNode {
  const [x, y] = centreOf(tile)
  return (
    <a
      href={href}
      data-tile={tile.id}
      tabIndex={stop ? 0 : -1}
      aria-label={tile.description}
      className={`tile ${tile.tone ?? 'empty'}`}
      onMouseEnter={() => onPoint(tile.id)}
      onFocus={() => {
        onFocus(tile.id)
        onPoint(tile.id)
      }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onOpen(tile.id)
      }}
    >
      <polygon points={cornersOf(tile).join(' ')} />
      {tile.shape !== null && (
        <path
          className="tile-shape"
          d={tile.shape}
          transform={`translate(${x - 0.2} ${y - 0.72}) scale(0.025)`}
        />
      )}
      <text x={x} y={y + (tile.shape === null ? 0.2 : 0.38)}>
        {tile.label}
      </text>
    </a>
  )
})

function pathOf(edges: ReturnType<typeof outlineOf>): string {
  return edges.map(([from, to]) => `M${from.join(' ')}L${to.join(' ')}`).join('')
}
