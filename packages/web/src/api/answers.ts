import type { QueryClient } from '@tanstack/react-query'

/** Takes the answers that came with the page, by the address of the call, so that they are not asked for again. */
export function takeAnswers(client: QueryClient, page: Document): void {
  const block = page.getElementById('answers')
  if (block === null) return
  const answers = JSON.parse(block.textContent ?? '{}') as Readonly<Record<string, unknown>>
  for (const [url, answer] of Object.entries(answers)) client.setQueryData([url], answer)
  block.remove()
}
