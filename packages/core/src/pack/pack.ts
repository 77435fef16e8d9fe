import { z } from 'zod'
import { plainDate } from '../time/plain-date.js'
import { packLink, packUnit } from '../unit/unit.js'

/** pack.json: what the place is and how it works. */
export const packManifest = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string().min(1),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** True where the place, its people and its figures are invented: every screen then says 模拟. */
  simulated: z.boolean(),
  /** The unit whose city office coordinates. */
  city: z.string().min(1),
  timeZone: z.string().min(1),
  /** What documents claim about the layout, beside which coverage shows what the register holds. */
  claims: z
    .array(
      z.strictObject({
        zones: z.int().nullable(),
        towns: z.int().nullable(),
        /** Text that a loaded document must contain for the claim to be shown with its sentence. */
        source: z.string(),
      }),
    )
    .default([]),
  lights: z.strictObject({
    /** Days without a report after which an accepted duty is yellow. */
    staleAfterDays: z.int().min(1),
    /** Days before the due date from which an unreported duty is yellow. */
    dueSoonDays: z.int().min(0),
    /** Days within which an assigned duty must be accepted. */
    acceptWithinDays: z.int().min(1),
  }),
  /** The day the demo documents are accepted and dispatched, so that lights do not depend on the clock of a test. */
  demo: z
    .strictObject({ password: z.string().min(8) })
    .nullable()
    .default(null),
})
export type PackManifest = z.infer<typeof packManifest>

export const roles = ['office', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

export const packPerson = z.strictObject({
  username: z.string().min(2),
  name: z.string().min(1),
  posts: z
    .array(
      z.strictObject({
        unit: z.string().min(1),
        role: z.enum(roles),
        from: plainDate.nullable().default(null),
        until: plainDate.nullable().default(null),
      }),
    )
    .min(1),
})
export type PackPerson = z.infer<typeof packPerson>

export const packTheme = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  parent: z.string().nullable().default(null),
  name: z.string().min(1),
  /** Words whose presence in a finding proposes this theme. */
  words: z.array(z.string().min(1)).default([]),
})
export type PackTheme = z.infer<typeof packTheme>

/** A hexagon of the schematic map: odd rows are shifted right by half a tile. */
export const packTile = z.strictObject({ unit: z.string().min(1), col: z.int(), row: z.int() })
export type PackTile = z.infer<typeof packTile>

export const packDocument = z.strictObject({
  file: z.string().min(1),
  /** The unit whose office received it. */
  receivedBy: z.string().min(1),
  receivedOn: plainDate,
  /** The demo confirms and dispatches what is found in it, marked as done by the load; the rest waits for a person. */
  accept: z.boolean().default(false),
})
export type PackDocument = z.infer<typeof packDocument>

/** A place's practice as data: manifest plus one list per file of the pack. */
export interface Pack {
  readonly manifest: PackManifest
  readonly units: readonly PackUnitRow[]
  readonly links: readonly PackLinkRow[]
  readonly people: readonly PackPerson[]
  readonly themes: readonly PackTheme[]
  readonly tiles: readonly PackTile[]
  readonly documents: readonly PackDocument[]
}
type PackUnitRow = z.infer<typeof packUnit>
type PackLinkRow = z.infer<typeof packLink>

/** File name → schema of one row; `pack.json` holds the manifest. All lists are JSON arrays. */
export const packFiles = {
  'units.json': packUnit,
  'links.json': packLink,
  'people.json': packPerson,
  'themes.json': packTheme,
  'tiles.json': packTile,
  'documents.json': packDocument,
} as const
