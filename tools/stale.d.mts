export interface Part {
  readonly name: string
  /** Files and folders, from the root. */
  readonly sources: readonly string[]
  /** What the build makes; a missing one is stale. */
  readonly results: readonly string[]
  /** A script and its words, run with Node from the root. */
  readonly command: readonly [string, ...string[]]
  /** More words where results are missing. */
  readonly anew?: readonly string[]
}
export function staleParts(root: string, all?: readonly Part[]): readonly Part[]
export function buildStale(
  root: string,
  say: (built: { readonly name: string; readonly seconds: number | null }) => void,
  all?: readonly Part[],
): Promise<boolean>
