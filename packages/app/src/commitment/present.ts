import { type LightRule, lightOfStanding, lightRule } from '@gangmu/core'
import type { StandingCount, StoredCommitment } from '@gangmu/store'
import type { App } from '../app.js'
import type { RegisterOn } from '../unit/register.js'
import type { CommitmentRow, LightCounts } from './reply.js'

export function commitmentRow(app: App, it: StoredCommitment, register: RegisterOn): CommitmentRow {
  const light = ruleOn(app, register.date).of(it)
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

const rules = new WeakMap<object, LightRule>()

/** The rule of lights on a day, made once a day. */
export function ruleOn(app: Pick<App, 'place'>, day: string): LightRule {
  const { lights } = app.place.manifest
  const known = rules.get(lights)
  if (known?.days.today === day) return known
  const made = lightRule(day, lights)
  rules.set(lights, made)
  return made
}

export function countLights(rows: readonly StandingCount[]): LightCounts {
  const counts = { green: 0, yellow: 0, red: 0, grey: 0 }
  for (const it of rows) counts[lightOfStanding(it).light] += it.count
  return counts
}
