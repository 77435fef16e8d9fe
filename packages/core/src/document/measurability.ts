import type { FindingBody } from './finding.js'

/** What a commitment needs so that somebody can later say whether it was kept. */
export const measures = ['deliverable', 'target', 'date', 'owner'] as const
export type Measure = (typeof measures)[number]

/** Which of the four a finding states, for kinds that can become commitments; null for the others. */
export function measurability(body: FindingBody): Readonly<Record<Measure, boolean>> | null {
  switch (body.kind) {
    case 'quantity':
      return {
        deliverable: body.indicator !== '',
        target: body.value !== null,
        date: body.period?.end != null,
        owner: body.actor !== '',
      }
    case 'milestone':
      return {
        deliverable: body.subject !== '',
        target: true,
        date: body.due !== null,
        owner: body.actor !== '',
      }
    case 'action':
      return { deliverable: body.operational, target: false, date: false, owner: body.actor !== '' }
    case 'project':
    case 'agreement':
    case 'entity':
    case 'relation':
      return null
  }
}
