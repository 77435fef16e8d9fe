// Apart from the schemas, so that a screen may list kinds without loading any.

/** 主体: a node that holds territory or duty. */
export const unitKinds = [
  'province',
  'city',
  'district',
  'town',
  'village',
  'zone',
  'park',
  'department',
  'soe',
  'enterprise',
  'institute',
  'community',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** 关系: a dated relation from one unit to another. */
export const linkKinds = [
  'part-of',
  'covers',
  'member',
  'located-in',
  'leads',
  'funds',
  'develops',
  'operates',
  'party-to',
] as const
export type LinkKind = (typeof linkKinds)[number]

export const certainties = ['high', 'medium', 'low'] as const
