import { type Lexicon, type PackLink, type PackUnit, lexiconFromPack } from '@gangmu/core'
import type { App } from '../app.js'
import type { RegisterOn } from '../unit/register.js'

const made = new WeakMap<RegisterOn, Lexicon>()

/** The names the register gives to the reader. */
export function lexiconOf(app: Pick<App, 'place'>, register: RegisterOn): Lexicon {
  const known = made.get(register)
  if (known !== undefined) return known
  const units = register.units.map((it): PackUnit => ({
    id: it.unit,
    kind: it.kind,
    name: it.name,
    aka: [...it.aka],
    code: it.code,
    validFrom: it.validFrom,
    validTo: it.validTo,
    basis: it.basis,
  }))
  const links = register.links.map(({ kind, from, to, validFrom, validTo, basis }): PackLink => ({
    kind,
    from,
    to,
    validFrom,
    validTo,
    basis,
  }))
  const { manifest } = app.place
  const lexicon = lexiconFromPack({
    manifest,
    units,
    links,
    people: [],
    themes: [],
    tiles: [],
    documents: [],
  })
  made.set(register, lexicon)
  return lexicon
}
