/** What libraries print is of no use to anybody: in a thread of theirs it goes nowhere. */
export function beSilent(): void {
  const nothing = () => {}
  Object.assign(console, { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing })
}
