import { crc32, deflateSync } from 'node:zlib'

/**
 * RGBA bytes as a PNG of at most 256 colours: a screen of flat colours and grey letters loses nothing one sees, and
 * is a third of the size.
 */
export function indexedPng(width, height, rgba) {
  const { palette, indexOf } = coloursOf(rgba)
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) {
    // The first byte of a line is its filter: none, which suits indices best.
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = indexOf(rgba, (y * width + x) * 4)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The most frequent colours, one for each small cube of the colour space; all others go to the nearest of them. */
function coloursOf(rgba) {
  const counts = new Map()
  for (let at = 0; at < rgba.length; at += 4) {
    const key = (rgba[at] << 16) | (rgba[at + 1] << 8) | rgba[at + 2]
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const cubes = new Map()
  for (const [key] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    const cube = key & 0xf0f0f0
    if (cubes.size < 256 && !cubes.has(cube)) cubes.set(cube, key)
  }
  const palette = [...cubes.values()].map((key) => [key >> 16, (key >> 8) & 255, key & 255])
  const known = new Map()
  const indexOf = (bytes, at) => {
    const key = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]
    const found = known.get(key) ?? nearest(palette, bytes[at], bytes[at + 1], bytes[at + 2])
    known.set(key, found)
    return found
  }
  return { palette, indexOf }
}

function nearest(palette, red, green, blue) {
  const far = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
  return far.indexOf(Math.min(...far))
}

function chunk(type, data) {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
