// Commitments drawn by a seed over the units of a place, each with a history, written as the application writes them.
import { createHash } from 'node:crypto'
import { type Action, addDays, fold, reach } from '@gangmu/core'
import {
  type StoredAction,
  type Store,
  addDutyUnits,
  everything,
  insertActions,
  insertEntries,
  listDocuments,
  findingsOf,
  listThemes,
  registerAt,
  saveCommitments,
} from '@gangmu/store'
import { sortKey, tokens } from '@gangmu/text'

const verbs = ['建成', '完成', '新增', '引进', '启动', '提升', '改造', '培育']
const objects = [
  '科创载体',
  '高新技术企业',
  '人才公寓',
  '产业园区',
  '湖湾步道',
  '公共实验室',
  '标准厂房',
  '数字车间',
]
const chunk = 1000

/** 32-bit xorshift: the same numbers for the same seed on every machine. */
export function drawer(seed: number): () => number {
  let it = seed >>> 0 || 1
  return () => {
    it ^= it << 13
    it ^= it >>> 17
    it ^= it << 5
    return (it >>> 0) / 2 ** 32
  }
}

/** Writes `count` commitments with their actions and entries; `today` is the day the lights are asked for. */
export async function seedCommitments(
  store: Store,
  given: { readonly count: number; readonly seed: number; readonly today: string },
): Promise<void> {
  const draw = drawer(given.seed)
  const pick = <T>(of: readonly T[]): T => {
    const it = of[Math.floor(draw() * of.length)]
    if (it === undefined) throw new Error('nothing to draw from')
    return it
  }
  const ground = await store.read(everything, async (db) => {
    const { units, links } = await registerAt(db, { date: given.today, known: null })
    const documents = await listDocuments(db, { all: true }, {})
    const findings = await Promise.all(documents.map((it) => (it.reading ? findingsOf(db, it.reading) : [])))
    return { units, links, themes: await listThemes(db), findings: findings.flat() }
  })
  const issuers = ground.units
    .filter((it) => it.kind === 'city' || it.kind === 'district')
    .map((it) => ({
      unit: it.unit,
      below: [...reach(ground.links, it.unit)].filter((one) => one !== it.unit),
    }))
    .filter((it) => it.below.length > 0)
  const names = new Map(ground.units.map((it) => [it.unit, it.name]))
  const id = (): string => {
    const hex = Array.from({ length: 4 }, () =>
      Math.floor(draw() * 2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
  const one = (index: number) => {
    const issuer = pick(issuers)
    const owner = pick(issuer.below)
    const finding = pick(ground.findings)
    const title = `${names.get(owner) ?? ''}${pick(verbs)}${pick(objects)}${1 + Math.floor(draw() * 90)}处（${index + 1}）`
    const begun = addDays(given.today, -Math.floor(draw() * 300) - 5)
    const due = draw() < 0.1 ? null : addDays(begun, Math.floor(draw() * 500) + 20)
    const day = (after: number) => {
      const it = addDays(begun, after)
      return it > given.today ? given.today : it
    }
    const bodies: {
      readonly verb: Action['verb']
      readonly body: unknown
      readonly on: string
      readonly behalf: string
    }[] = [
      {
        verb: 'create',
        body: {
          kind: pick(['target', 'milestone', 'action'] as const),
          title,
          theme: draw() < 0.15 ? null : pick(ground.themes).id,
          issuer: issuer.unit,
          due,
          target: null,
          finding: finding.id,
          parent: null,
          acceptedByLoad: false,
        },
        on: begun,
        behalf: issuer.unit,
      },
    ]
    const goesOn = (share: number): boolean => draw() < share
    const then = (verb: Action['verb'], body: unknown, after: number, behalf: string) =>
      bodies.push({ verb, body, on: day(after), behalf })
    if (goesOn(0.92)) {
      then('assign', { owner, due: null, note: '', charge: null }, 2, issuer.unit)
      if (goesOn(0.9)) {
        then('accept', { note: '', charge: null }, 4, owner)
        if (goesOn(0.7))
          then('report', { text: '按进度推进', value: null, done: false, evidence: [] }, 60, owner)
        if (goesOn(0.4)) {
          then('report', { text: '已完成', value: null, done: true, evidence: [] }, 120, owner)
          if (goesOn(0.8)) then('check', { pass: true, note: '' }, 124, issuer.unit)
        }
        if (bodies.at(-1)?.verb === 'check' && goesOn(0.7)) then('close', { note: '' }, 126, issuer.unit)
      }
    }
    const actions = bodies.map(
      (it, at) =>
        ({ ...it, seq: at + 1, at: `${it.on}T02:00:00.000Z`, by: 'bench', byName: '压测' }) as Action,
    )
    return {
      id: id(),
      document: finding.document,
      quote: finding.anchor.quote,
      actions,
      state: fold(actions),
    }
  }
  for (let from = 0; from < given.count; from += chunk) {
    const some = Array.from({ length: Math.min(chunk, given.count - from) }, (_, at) => one(from + at))
    await store.write(everything, async (db) => {
      const caches = some.map((it) => ({
        id: it.id,
        state: it.state,
        document: it.document,
        createdAt: it.actions[0]?.at ?? '',
        titleKey: sortKey(it.state.title.slice(0, 24)),
        tokens: tokens(
          [it.state.title, it.quote, names.get(it.state.owner), names.get(it.state.issuer)].join('\n'),
        ),
      }))
      await saveCommitments(db, caches, new Set(some.map((it) => it.id)))
      const lines = some.flatMap((it) =>
        it.actions.map((action) => ({ commitment: it.id, action, request: id() })),
      )
      const written: StoredAction[] = []
      for (let at = 0; at < lines.length; at += chunk) {
        const part = lines.slice(at, at + chunk)
        const entries = await insertEntries(
          db,
          part.map(({ commitment, action }) => ({
            at: action.at,
            kind: `commitment.${action.verb}`,
            subject: commitment,
            actor: action.by,
            content: JSON.stringify(action),
            nonce: createHash('sha256').update(`${commitment}/${action.seq}`).digest(),
            commit: createHash('sha256').update(JSON.stringify(action)).digest(),
          })),
        )
        written.push(...part.map((it, index) => ({ ...it, entry: entries[index] ?? 0 })))
      }
      for (let at = 0; at < written.length; at += chunk)
        await insertActions(db, written.slice(at, at + chunk))
      for (const document of new Set(some.map((it) => it.document))) {
        const units = some
          .filter((it) => it.document === document)
          .flatMap((it) => [it.state.owner, it.state.issuer])
        await addDutyUnits(db, document, [...new Set(units)])
      }
    })
  }
}
