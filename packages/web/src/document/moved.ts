import type { DocumentDetail, FindingRow } from '@gangmu/contract'

interface Moved {
  readonly findings: readonly FindingRow[]
  readonly open: number
  readonly position?: number
}

/** A document with the findings that a decision moved. News that come late never take a finding back. */
export function withMoved(detail: DocumentDetail, moved: Moved): DocumentDetail {
  const news = new Map(moved.findings.map((it) => [it.id, it]))
  const findings = detail.findings.map((it) => {
    const as = news.get(it.id)
    return as === undefined || as.seq < it.seq ? it : as
  })
  return {
    ...detail,
    findings,
    position: Math.max(detail.position, moved.position ?? 0),
    document: { ...detail.document, open: moved.open },
  }
}
