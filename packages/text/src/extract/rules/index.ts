import type { Rule } from '../rule.js'
import { action } from './action.js'
import { agreement } from './agreement.js'
import { entity } from './entity.js'
import { milestone } from './milestone.js'
import { project } from './project.js'
import { relationJoint } from './relation-joint.js'
import { relationLeads } from './relation-leads.js'
import { relationLocated } from './relation-located.js'
import { relationPart } from './relation-part.js'
import { relationParty } from './relation-party.js'
import { quantityCoverage } from './quantity-coverage.js'
import { quantityDirection } from './quantity-direction.js'
import { quantityFigure } from './quantity-figure.js'
import { quantityOrdinal } from './quantity-ordinal.js'
import { quantityRank } from './quantity-rank.js'
import { quantitySize } from './quantity-size.js'

/** Every rule of the reader. Order does not matter: findings are sorted by their place in the text. */
export const rules: readonly Rule[] = [
  entity,
  quantityFigure,
  quantityRank,
  quantityOrdinal,
  quantitySize,
  quantityDirection,
  quantityCoverage,
  milestone,
  project,
  agreement,
  action,
  relationLeads,
  relationLocated,
  relationJoint,
  relationPart,
  relationParty,
]
