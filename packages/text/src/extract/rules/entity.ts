// Bodies, zones, parks, programmes, places and persons: one row a name, where it is first named.
import type { Rule } from '../rule.js'

export const entity: Rule = {
  name: 'entity',
  find: ({ entities }) =>
    entities.flatMap(({ mentions, ...body }) => {
      const first = mentions[0]
      return first
        ? [
            {
              start: first.start,
              end: first.end,
              body: { kind: 'entity' as const, ...body, aka: [...body.aka] },
            },
          ]
        : []
    }),
}
