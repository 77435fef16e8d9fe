import type { Rule } from '../rule.js'
import { action } from './action.js'
import { milestone } from './milestone.js'
import { quantityFigure } from './quantity-figure.js'

/** Every rule of the reader. Order does not matter: findings are sorted by their place in the text. */
export const rules: readonly Rule[] = [quantityFigure, milestone, action]
