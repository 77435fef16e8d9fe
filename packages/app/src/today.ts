import type { App } from './app.js'

/** The day in the region's time zone at an instant, by default now. */
export function today(app: Pick<App, 'ports' | 'place'>, instant: string = app.ports.clock()): string {
  return dayIn(app.place.manifest.timeZone, instant)
}

/** `YYYY-MM-DD` of an instant in a time zone. */
function dayIn(timeZone: string, instant: string): string {
  return dayFormat(timeZone).format(new Date(instant))
}

const formats = new Map<string, Intl.DateTimeFormat>()
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}
