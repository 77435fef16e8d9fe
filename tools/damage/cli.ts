import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { damage, styles } from './damage.js'

// node --conditions=source --import tsx tools/damage/cli.ts FILE --style pinyin|pinyin-spaced|simplified-portal
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    style: { type: 'string', default: 'pinyin' },
    seed: { type: 'string', default: '1' },
    promo: { type: 'string', multiple: true, default: [] },
  },
})
const style = styles.find((it) => it === values.style)
const [file] = positionals
if (!file || !style) {
  process.stderr.write(`usage: cli.ts FILE --style ${styles.join('|')} [--seed N] [--promo 词=推广词]\n`)
  process.exit(2)
}
const promo = Object.fromEntries(values.promo.map((pair) => pair.split('=')))
process.stdout.write(damage(readFileSync(file, 'utf8'), { style, seed: Number(values.seed), promo }))
