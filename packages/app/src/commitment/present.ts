import { type LightWithReason, lightOf } from '@gangmu/core'
import type { SkeletonRow, StoredCommitment } from '@gangmu/store'
import type { App } from '../app.js'
import type { RegisterOn } from '../unit/register.js'
import type { CommitmentRow, LightCounts } from './reply.js'

export function commitmentRow(app: App, it: StoredCommitment, register: RegisterOn): CommitmentRow {
  const light = lightOf(it, register.date, app.place.manifest.lights)
  return {
    id: it.id,
    kind: it.kind,
    title: it.title,
    theme: it.theme,
    state: it.state,
    issuer: it.issuer,
    issuerName: register.nameOf(it.issuer),
    owner: it.owner,
    ownerName: register.nameOf(it.owner),
    charge: it.charge,
    due: it.due,
    target: it.target,
    latest: it.lastReport?.value ?? null,
    light: light.light,
    lightReason: light.reason,
    lightDays: light.days,
    acceptedByLoad: it.acceptedByLoad,
    parent: it.parent,
    children: it.children,
    seq: it.seq,
  }
}

/** A row of the skeleton with its light on a day. */
export type Lit = SkeletonRow & { readonly light: LightWithReason['light'] }

export function lit(app: App, rows: readonly SkeletonRow[], day: string): readonly Lit[] {
  const { lights } = app.place.manifest
  return rows.map((it) => ({ ...it, light: lightOf(it, day, lights).light }))
}

export function countLights(rows: readonly Pick<Lit, 'light'>[]): LightCounts {
  const counts = { green: 0, yellow: 0, red: 0, grey: 0 }
  for (const { light } of rows) counts[light] += 1
  return counts
}
