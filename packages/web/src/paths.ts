/** Every address of the screen. */
export const paths = {
  signIn: (to?: string): string => withQuery('/sign-in', { to }),
  overview: (unit?: string): string => withQuery('/', { unit }),
  commitments: (filters: Filters = {}): string => withQuery('/commitments', filters),
  commitment: (id: string, filters: Filters = {}): string =>
    withQuery(`/commitments/${encodeURIComponent(id)}`, filters),
  documents: (filters: Filters = {}): string => withQuery('/documents', filters),
  /** `at` is an offset of the restored text, where no finding leads to the place. */
  document: (id: string, finding?: string, at?: number): string =>
    withQuery(`/documents/${encodeURIComponent(id)}`, { finding, at }),
  drift: (id: string, filters: Filters = {}): string =>
    withQuery(`/documents/${encodeURIComponent(id)}/drift`, filters),
  territory: (asOf?: string): string => withQuery('/territory', { asOf }),
  coverage: (asOf?: string): string => withQuery('/territory/coverage', { asOf }),
  reorganisations: (): string => '/territory/reorganisations',
  reorganisation: (id: string): string => `/territory/reorganisations/${encodeURIComponent(id)}`,
  unit: (unit: string, asOf?: string): string =>
    withQuery(`/territory/${encodeURIComponent(unit)}`, { asOf }),
  admin: (): string => '/admin',
  entries: (): string => '/admin/entries',
  people: (): string => '/admin/people',
  evidence: (id: string, sha256: string): string =>
    `/api/commitments/${encodeURIComponent(id)}/evidence/${encodeURIComponent(sha256)}`,
} as const

export type Filters = Readonly<Record<string, string | number | undefined>>

function withQuery(path: string, query: Filters): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (given.length === 0) return path
  return `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`
}
