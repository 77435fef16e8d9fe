import { expect, it } from 'vitest'
import { paths } from './paths.js'

it('paths stay what people have bookmarked', () => {
  expect([
    paths.signIn(),
    paths.signIn('/commitments?light=red'),
    paths.overview(),
    paths.overview('a-qu'),
    paths.commitments(),
    paths.commitments({ unit: 'a-qu', light: undefined, q: '' }),
    paths.commitment('c/1', { light: 'red' }),
    paths.documents({ q: 'a b' }),
    paths.document('d1', 'f1'),
    paths.territory('2026-01-01'),
    paths.coverage(),
    paths.unit('a-qu'),
    paths.admin(),
    paths.entries(),
    paths.people(),
    paths.evidence('c1', 'ff'),
  ]).toMatchInlineSnapshot(`
    [
      "/sign-in",
      "/sign-in?to=%2Fcommitments%3Flight%3Dred",
      "/",
      "/?unit=a-qu",
      "/commitments",
      "/commitments?unit=a-qu",
      "/commitments/c%2F1?light=red",
      "/documents?q=a+b",
      "/documents/d1?finding=f1",
      "/territory?asOf=2026-01-01",
      "/territory/coverage",
      "/territory/a-qu",
      "/admin",
      "/admin/entries",
      "/admin/people",
      "/api/commitments/c1/evidence/ff",
    ]
  `)
})
