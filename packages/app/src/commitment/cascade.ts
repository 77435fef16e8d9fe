import type { ActionBody } from '@gangmu/core'
import type { StoredCommitment } from '@gangmu/store'
import type { App } from '../app.js'
import type { Ready } from './act.js'
import type { Change } from './append.js'
import type { ChildRequest } from './reply.js'

/** A cascade and the children it makes: each inherits kind, theme and sentence, and is assigned at once. */
export function cascaded(
  app: App,
  it: StoredCommitment,
  { change, behalf }: Ready,
  requests: readonly ChildRequest[],
): readonly Change[] {
  const children = requests.map((child) => ({ commitment: app.ports.id(), ...child }))
  const body: ActionBody<'cascade'> = { children }
  return [
    { ...change, steps: [{ verb: 'cascade', body, behalf }] },
    ...children.map((child): Change => {
      const create: ActionBody<'create'> = {
        kind: it.kind,
        title: child.title,
        theme: it.theme,
        issuer: behalf,
        due: child.due ?? it.due,
        target: it.target === null || child.value === null ? null : { ...it.target, value: child.value },
        finding: it.finding,
        parent: it.id,
        acceptedByLoad: false,
      }
      const assign: ActionBody<'assign'> = { owner: child.owner, due: child.due, note: '', charge: null }
      return {
        id: child.commitment,
        before: [],
        document: change.document,
        quote: change.quote,
        steps: [
          { verb: 'create', body: create, behalf },
          { verb: 'assign', body: assign, behalf },
        ],
      }
    }),
  ]
}
