/** The list in a model's answer as it came, unchecked; null where there is none. */
export function listIn(answer: string): readonly unknown[] | null {
  for (const words of [answer.trim(), fenced(answer), between(answer)]) {
    if (words === null) continue
    const list = listOf(parsed(words))
    if (list !== null) return list
  }
  return null
}

/** Many models put code fences around JSON, whatever they are told, */
function fenced(answer: string): string | null {
  const from = answer.indexOf('```')
  const to = answer.lastIndexOf('```')
  return from < 0 || to <= from ? null : answer.slice(from + 3, to).replace(/^[a-z]*\s/i, '')
}

/** and some put words before and after it. */
function between(answer: string): string | null {
  const from = answer.search(/[{[]/)
  const to = Math.max(answer.lastIndexOf('}'), answer.lastIndexOf(']'))
  return from < 0 || to <= from ? null : answer.slice(from, to + 1)
}

function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (value === null || typeof value !== 'object' || !('findings' in value)) return null
  return Array.isArray(value.findings) ? value.findings : null
}
