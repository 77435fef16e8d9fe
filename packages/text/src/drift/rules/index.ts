import { comparator } from './comparator.js'
import { due } from './due.js'
import { hedge } from './hedge.js'
import { modality, operational } from './manner.js'
import type { Rule } from './rule.js'
import { threshold } from './threshold.js'
import { value } from './value.js'

export const rules: readonly Rule[] = [value, comparator, threshold, due, hedge, operational, modality]
