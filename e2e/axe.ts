import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds on a page as it stands: rule and where. Empty is the aim. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  )
  const { violations } = found as { violations: { id: string; nodes: { target: string[] }[] }[] }
  return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
