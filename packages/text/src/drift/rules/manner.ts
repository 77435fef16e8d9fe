import type { Rule } from './rule.js'

/** Who asks changes with the kind of document; it is said, and weakens nothing. */
export const modality: Rule = ({ modality: from }, { modality: to }) =>
  from === null || to === null || from === to ? null : { of: 'modality', from, to, effect: 'same' }

/** What was to be done is only spoken of. */
export const operational: Rule = (_, { standing }) =>
  standing === 'spoken' ? { of: 'operational', from: true, to: false, effect: 'weaker' } : null
