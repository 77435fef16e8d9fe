import type { FindingKind } from '@gangmu/core'

/** What an entity may be, and how two of them may be related; a model that says otherwise is not heard. */
export const entityTypes = [
  'division',
  'organization',
  'zone',
  'park',
  'soe',
  'enterprise',
  'institute',
  'university',
  'carrier',
  'project',
  'programme',
  'policy',
  'mechanism',
  'agreement',
  'person',
] as const

export const relationTypes = [
  'part-of',
  'located-in',
  'leads',
  'party-to',
  'co-develops',
  'co-funds',
] as const

/**
 * The fields a model may fill, by kind, with what stands where it fills none; undefined where it must. Others it names
 * are left out: what a body holds of the register or of thresholds is for the rules alone.
 */
export const fieldsOf: Readonly<Record<FindingKind, Readonly<Record<string, unknown>>>> = {
  quantity: {
    role: undefined,
    actor: '',
    indicator: '',
    value: null,
    raw: undefined,
    unit: '',
    comparator: '=',
    period: null,
    hedge: null,
    form: undefined,
  },
  milestone: { subject: '', event: undefined, due: null, dueText: null, status: undefined, actor: '' },
  action: { actor: '', theme: '', text: undefined, modality: undefined, operational: undefined },
  project: { name: undefined, investmentCny: null, location: null, parties: [] },
  agreement: { name: undefined, parties: [] },
  entity: { type: undefined, name: undefined, aka: [], within: null },
  relation: { type: undefined, from: undefined, to: undefined },
}
