import type { LineageRow } from '@gangmu/contract'
import type { StepInput } from '@gangmu/core'
import { terms } from './en-terms.js'

type Name = (unit: string) => string
const into = (it: string | { readonly name: string }, nameOf: Name): string =>
  typeof it === 'string' ? nameOf(it) : `“${it.name}”`

/** What the screens of reorganisations say. */
export const enReorganisationWords = {
  title: 'Reorganisations',
  help: 'Look at the consequences of a draft, then publish it; until its day it can be taken back.',
  empty: 'There is no reorganisation yet.',
  columns: { title: 'Title', state: 'State', on: 'In effect from', by: 'By' },
  states: { draft: 'Draft', published: 'Published', undone: 'Taken back' },
  effect: (on: string): string => `In effect from ${on}`,
  drafted: (by: string, at: string): string => `Drafted by ${by}, ${at}`,
  published: (by: string, at: string): string => `Published by ${by}, ${at}`,
  effected: (at: string): string => `Commitments, posts and documents handed on, ${at}`,
  undone: (by: string, at: string): string => `Taken back by ${by}, ${at}`,
  steps: 'Steps',
  step: (it: StepInput, nameOf: Name): string => {
    switch (it.kind) {
      case 'found':
        return `Found “${it.unit.name}”, part of ${nameOf(it.partOf)}${it.covers.length === 0 ? '' : `, over ${it.covers.map(nameOf).join(', ')}`}`
      case 'merge':
        return `Merge ${it.units.map(nameOf).join(', ')} into ${into(it.into, nameOf)}`
      case 'split':
        return `Split ${nameOf(it.unit)}: ${it.parts.map((part) => `${into(part.into, nameOf)} ${part.weight.part}/${part.weight.whole} (${part.lower.map(nameOf).join(', ')})`).join('; ')}`
      case 'transfer':
        return `Move ${nameOf(it.unit)} from ${nameOf(it.from)} to ${nameOf(it.to)}`
      case 'rename':
        return `Rename ${nameOf(it.unit)} to “${it.name}”`
      case 'retype':
        return `Change ${nameOf(it.unit)} into: ${terms.unitKinds[it.to]}`
      case 'abolish':
        return `Abolish ${nameOf(it.unit)}; ${nameOf(it.successor)} takes over`
    }
  },
  lineage: 'Lineage',
  origin: (it: LineageRow): string =>
    `${it.fromName} → ${it.toName}${it.share.whole === 1 ? '' : ` (${it.share.part}/${it.share.whole})`}`,
  consequences: 'Consequences',
  unitsEnd: 'Units that end',
  unitsBegin: 'Units that begin or change',
  linksEnd: 'Links that end',
  linksBegin: 'New links',
  commitments: 'Commitments that move',
  posts: 'Posts that move',
  documents: 'Documents that move',
  publish: 'Publish',
  undo: 'Take back',
  notYours: 'The office of the city publishes and takes back.',
  notYet: 'Mend what is listed above first.',
  inEffect: 'It is in effect and cannot be taken back.',
}
