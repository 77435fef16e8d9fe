// “某某区委书记某某”“某某创新区建设指挥部”: who heads which organ, which organ heads which zone.
import { relation } from '../relation.js'
import { personsIn } from '../persons.js'
import type { Draft, Rule, Source } from '../rule.js'

export const relationLeads: Rule = {
  name: 'relation-leads',
  find: (source) => [...heads(source), ...staffs(source)],
}

function heads({ text, entities }: Source): Draft[] {
  const organs = entities.filter((it) => it.type === 'organization')
  const drafts = personsIn(text).flatMap((holder) => {
    const person = text.slice(holder.start, holder.end)
    const organ = organs.find((it) =>
      it.mentions.some(({ start, end }) => start <= holder.officeStart && end > holder.officeStart),
    )
    const to = organ?.name ?? holder.organ
    return to === null || to === undefined
      ? []
      : [relation('leads', person, to, holder.officeStart, holder.end)]
  })
  const seen = new Set<string>()
  return drafts.filter(({ body }) => {
    const key = JSON.stringify(body)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A headquarters that carries a zone's name leads it. */
function staffs({ entities }: Source): Draft[] {
  const zones = entities.filter((it) => it.type === 'zone')
  return entities.flatMap(({ name, mentions }) => {
    const first = mentions[0]
    const zone = /(?:指挥部|领导小组)$/u.test(name) ? zones.find((it) => name.includes(it.name)) : undefined
    return zone && first ? [relation('leads', name, zone.name, first.start, first.end)] : []
  })
}
