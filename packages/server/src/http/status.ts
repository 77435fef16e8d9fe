/** The one table from refusal code to HTTP status; what is not named here is 422, and `*.unknown` is 404. */
const statuses: Readonly<Record<string, number>> = {
  'request.invalid': 400,
  'session.none': 401,
  'session.wrong-password': 401,
  'session.wrong-token': 401,
  'session.other-person': 401,
  'access.denied': 403,
  'request.foreign-origin': 403,
  'commitment.changed': 409,
  'finding.changed': 409,
  'reorganisation.changed': 409,
  'reorganisation.map-changed': 409,
  'request.too-many': 429,
  'server.fault': 500,
  'server.busy': 503,
}

/** The status of a reply with these refusals: that of the first. */
export function statusOf(refusals: readonly { readonly code: string }[]): number {
  const code = refusals[0]?.code ?? 'server.fault'
  return statuses[code] ?? (code.endsWith('.unknown') ? 404 : 422)
}
