import { basis, legs, lights, linkKinds, plainDate, unitKinds } from '@gangmu/core'
import { z } from 'zod'
import { nothing, route } from './route.js'

export const asOfQuery = z.strictObject({
  /** A day; today when absent. */
  asOf: plainDate.optional(),
  /** An instant up to which our knowledge counts; all we know when absent. */
  knownAt: z.iso
    .datetime()
    .refine((it) => plainDate.safeParse(it.slice(0, 10)).success, 'lies outside 1900 to 2999')
    .optional(),
})

export const unitRow = z.strictObject({
  id: z.string(),
  kind: z.enum(unitKinds),
  name: z.string(),
  aka: z.array(z.string()),
  code: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  basis,
})
export type UnitRow = z.infer<typeof unitRow>

export const linkRow = z.strictObject({
  id: z.string(),
  kind: z.enum(linkKinds),
  from: z.string(),
  to: z.string(),
  /** What of its lower unit it takes, where that is not all of it. */
  share: z.strictObject({ part: z.int(), whole: z.int() }).optional(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  basis,
})
export type LinkRow = z.infer<typeof linkRow>

const lightCounts = z.strictObject({
  green: z.int(),
  yellow: z.int(),
  red: z.int(),
  grey: z.int(),
})
export type LightCounts = z.infer<typeof lightCounts>

export const tile = z.strictObject({
  unit: z.string(),
  name: z.string(),
  /** The district or board the town is part of. */
  board: z.string(),
  zones: z.array(z.string()),
  col: z.int(),
  row: z.int(),
  /** Living commitments the town, or a unit chosen above it, owes here; null where nothing is owed. */
  light: z.enum(lights).nullable(),
  counts: lightCounts,
})
export type Tile = z.infer<typeof tile>

/** Places in a string, end exclusive. */
const span = z.strictObject({ start: z.int(), end: z.int() })

export const unitRoutes = {
  list: route({
    method: 'GET',
    path: '/api/units',
    summary: 'All units and links on a date, by what was known',
    authz: 'signed-in',
    params: nothing,
    query: asOfQuery,
    body: nothing,
    reply: z.strictObject({ asOf: z.string(), units: z.array(unitRow), links: z.array(linkRow) }),
    refusals: [],
  }),
  coverage: route({
    method: 'GET',
    path: '/api/coverage',
    summary: 'How the zones of a city cover its towns, beside what documents claim',
    authz: 'signed-in',
    params: nothing,
    /** `city`: the unit whose towns are looked at; the city of the place when absent. */
    query: asOfQuery.extend({ city: z.string().optional() }),
    body: nothing,
    reply: z.strictObject({
      asOf: z.string(),
      city: z.string(),
      /** The cities one may ask for, that of the place first. */
      cities: z.array(z.string()),
      zones: z.int(),
      towns: z.int(),
      holes: z.array(z.string()),
      overlaps: z.array(z.strictObject({ town: z.string(), zones: z.array(z.string()) })),
      legs: z.array(z.strictObject({ zone: z.string(), missing: z.array(z.enum(legs)) })),
      /** Zones of the city that the loaded documents name. */
      namedInDocuments: z.int(),
      /** Claims are about the city of the place; none for another. */
      claims: z.array(
        z.strictObject({
          zones: z.int().nullable(),
          towns: z.int().nullable(),
          /** Where the claim stands; null until a document that says so is loaded. */
          sentence: z
            .strictObject({
              document: z.string(),
              title: z.string(),
              quote: z.string(),
              start: z.int(),
              /** In the quote: the words that claim, and the clause around them. */
              words: span,
              clause: span,
            })
            .nullable(),
        }),
      ),
    }),
    refusals: ['unit.unknown'],
  }),
  tiles: route({
    method: 'GET',
    path: '/api/tiles',
    summary: 'The schematic map, coloured by what a unit owes',
    authz: 'signed-in',
    params: nothing,
    query: asOfQuery.extend({ unit: z.string().optional() }),
    body: nothing,
    reply: z.strictObject({ tiles: z.array(tile) }),
    refusals: ['unit.unknown'],
  }),
}
