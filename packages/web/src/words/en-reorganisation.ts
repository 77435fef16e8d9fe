import { n } from './en-terms.js'
import type { Facts } from './words.js'

const unit = (f: Facts): string => n(f['unitName'] ?? f['unit'])
const hierarchies: Readonly<Record<string, string>> = {
  administrative: 'administrative',
  functional: 'functional',
  'state-owned': 'state-owned',
}
const defects: Readonly<Record<string, string>> = {
  hole: 'belong nowhere',
  short: 'belong only in part',
  overlap: 'count more than once',
  circle: 'go round in a circle',
}

/** What a refused reorganisation says, and how to mend it. */
export const enReorganisation: Readonly<Record<string, (facts: Facts) => string>> = {
  'reorganisation.unknown': () => 'There is no such reorganisation, or your post does not see it.',
  'reorganisation.changed': () => 'Somebody changed this draft first. Look at the change, then submit again.',
  'reorganisation.map-changed': (f) =>
    (f['title'] ?? '') === ''
      ? 'The map changed since you looked. Look at the consequences again, then publish.'
      : `“${n(f['title'])}” (${n(f['by'])}) changed units of this draft first. Look at the consequences again and mend the draft.`,
  'reorganisation.not-draft': () => 'It has been published and can no longer change. Begin another draft.',
  'reorganisation.not-published': () => 'It is not published, or was taken back.',
  'reorganisation.in-effect': (f) =>
    `It has been in effect since ${n(f['on'])} and cannot be taken back. Draft the way back instead.`,
  'reorganisation.built-upon': (f) =>
    `A later reorganisation changed ${n(f['units'])} since. Take that one back first.`,
  'reorganisation.no-steps': () => 'The draft has no step yet. Add one first.',
  'reorganisation.unknown-unit': (f) =>
    `There is no unit “${unit(f)}” on that day. Check its name and the day of effect.`,
  'reorganisation.unit-exists': (f) => `The id ${n(f['unit'])} names a unit already. Choose another.`,
  'reorganisation.twice': () => 'The same unit is named twice. Remove one.',
  'reorganisation.into-itself': (f) => `${unit(f)} cannot go into itself. Choose another unit.`,
  'reorganisation.whose-part': (f) =>
    `These units are parts of different ones. Say whose part ${unit(f)} is.`,
  'reorganisation.one-part': (f) => `A split has two parts at least. Add one for ${unit(f)}.`,
  'reorganisation.weights': (f) => `The shares of ${unit(f)} add up to ${n(f['sum'])} and must be exactly 1.`,
  'reorganisation.not-below': (f) =>
    `${unit(f)} is not below ${n(f['upperName'] ?? f['upper'])}. Check the step.`,
  'reorganisation.below-twice': (f) => `${unit(f)} goes to more than one part. Keep one.`,
  'reorganisation.left-over': (f) => `${unit(f)} goes nowhere yet. Give it to one of the parts.`,
  'reorganisation.no-change': (f) => `${unit(f)} stays as it is. Change the step or remove it.`,
  'reorganisation.before-birth': (f) =>
    `${unit(f)} begins on ${n(f['born'])}. The day of effect cannot be earlier.`,
  'reorganisation.circle': (f) => `${unit(f)} would become part of itself. Change whose part it is.`,
  'reorganisation.covered-twice': (f) =>
    `${unit(f)} would be covered more than once over. Take away what is too much.`,
  'reorganisation.changes-later': (f) =>
    `${unit(f)} has a change on ${n(f['day'])} already. Take that one back before publishing an earlier one.`,
  'reorganisation.own-city': (f) => `${unit(f)} is the city this installation serves and cannot end.`,
  'reorganisation.too-fine': () => 'The shares are too fine for the register. Use smaller denominators.',
  'reorganisation.no-heir': (f) =>
    `Nobody who stands takes over from ${unit(f)}: ${n(f['commitments'])} commitments, ${n(f['posts'])} posts and ${n(f['documents'])} documents would be orphaned. Say who takes over.`,
  'reorganisation.defect': (f) =>
    `${unit(f)} would ${defects[f['problem'] as string] ?? n(f['problem'])} in the ${hierarchies[f['hierarchy'] as string] ?? n(f['hierarchy'])} hierarchy. Add a step that puts it in exactly one place.`,
}
