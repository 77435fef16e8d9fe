import { complainOf, createSpeaker } from '../place/print.js'
import { readPack } from '../place/read-pack.js'

/** `gangmu pack check DIR|NAME`: every defect with its file and path, or what the pack holds. */
export async function run([verb, given, ...more]: readonly string[]): Promise<number> {
  const speaker = createSpeaker(process.env)
  if (verb !== 'check' || given === undefined || more.length > 0 || given.startsWith('-')) {
    speaker.complain('gangmu pack check DIR|NAME')
    return 2
  }
  const read = readPack(given)
  if (!read.ok) {
    complainOf(speaker, speaker.words.packBad(read.refusals.length), read.refusals)
    return 1
  }
  const { units, links, people, documents } = read.value.pack
  const facts = {
    units: units.length,
    links: links.length,
    people: people.length,
    documents: documents.length,
  }
  speaker.say(speaker.words.packGood(given, facts))
  return 0
}
