const form = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Those of these ids that can be one: compared as uuids an index finds them, and another text is simply not there. */
export function uuidsIn(ids: readonly string[]): string[] {
  return ids.filter((it) => form.test(it))
}
