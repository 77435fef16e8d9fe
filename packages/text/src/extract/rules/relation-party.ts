// Who signs an agreement is party to it.
import { relation } from '../relation.js'
import type { Rule } from '../rule.js'
import { agreement } from './agreement.js'

export const relationParty: Rule = {
  name: 'relation-party',
  find: (source) =>
    agreement
      .find(source)
      .flatMap(({ start, end, body }) =>
        body.kind === 'agreement'
          ? body.parties.map((party) => relation('party-to', party, body.name, start, end))
          : [],
      ),
}
