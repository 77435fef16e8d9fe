import { describe, expect, it } from 'vitest'
import type { FindingBody } from './finding.js'
import { type Reviewed, placesAmongDuties, standingDuties } from './reviewed.js'

const action: FindingBody = {
  kind: 'action',
  actor: '',
  theme: '',
  text: '建成载体',
  modality: 'instruction',
  operational: true,
}
const date: FindingBody = {
  kind: 'milestone',
  subject: '载体',
  event: '建成',
  due: '2026',
  dueText: null,
  status: 'planned',
  actor: '',
}
const name: FindingBody = {
  kind: 'entity',
  type: 'park',
  name: '苇堰园',
  aka: [],
  canonical: null,
  within: null,
  unit: null,
}
const all = (date_: Reviewed['decision'], action_: Reviewed['decision']): readonly Reviewed[] => [
  { id: 'm', anchor: { start: 10, end: 30 }, body: date, decision: date_ },
  { id: 'a', anchor: { start: 10, end: 30 }, body: action, decision: action_ },
  { id: 'n', anchor: { start: 0, end: 3 }, body: name, decision: null },
]

describe('a duty in review', () => {
  it.each([
    [null, null, 'm', ['a']],
    ['edit', null, 'm', ['a']],
    ['reject', null, 'a', []],
    [null, 'confirm', 'a', ['m']],
    ['confirm', 'confirm', 'm', ['a']],
  ] as const)('%s for the date, %s for the action: %s speaks', (date_, action_, speaker, echoes) => {
    expect(standingDuties(all(date_, action_))).toEqual([{ speaker, echoes }])
  })

  it('gives every finding its place, the rejected and the owing nothing too', () => {
    expect(Object.fromEntries(placesAmongDuties(all('reject', null)))).toEqual({
      m: { speaker: null, duty: true },
      a: { speaker: null, duty: true },
      n: { speaker: null, duty: false },
    })
    expect(placesAmongDuties(all(null, null)).get('a')).toEqual({ speaker: 'm', duty: true })
  })
})
