import type { FindingRow } from '@gangmu/contract'
import { expect, it } from 'vitest'
import type { Conflict } from '../outbox/pending.js'
import { insisting } from './insisting.js'

const row = (decision: 'confirm' | 'edit') => ({ id: 'f', seq: 1, decision: { decision } }) as FindingRow
const conflict = { requests: ['a', 'b'], wish: { finding: 'f', decision: 'reject' } } as unknown as Conflict

it.each([
  ['reopens what another closed', row('confirm'), true, ['reopen reject', 'forgets a,b']],
  ['decides at once on what is open', row('edit'), true, ['reject', 'forgets a,b']],
  ['keeps the refused one where the new one is not taken', row('confirm'), false, ['reopen reject']],
  ['keeps it where the finding is there no more', { ...row('confirm'), id: 'g' }, true, []],
])('overruling %s', (_, finding, taken, happens) => {
  const happened: string[] = []
  insisting(
    conflict,
    [finding],
    (wishes) => {
      happened.push(wishes.map((wish) => wish.deed).join(' '))
      return taken
    },
    (requests) => void happened.push(`forgets ${requests.join()}`),
  )
  expect(happened).toEqual(happens)
})
