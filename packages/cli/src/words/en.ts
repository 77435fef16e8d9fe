import { megabytes } from './megabytes.js'
import type { ReadWords } from './read.js'

export const en: ReadWords = {
  language: 'en',
  usage: 'Usage: gangmu <command> [options]',
  commands: {
    read: 'restore and read documents, without a database',
    compare: 'what became of the pledges of OLD in NEW',
    start: 'start with the demo of a pack',
    serve: 'start for daily use',
    pack: 'check a pack: gangmu pack check DIR',
  },
  more: 'gangmu <command> --help says more.',
  unknownCommand: (name) => `There is no command "${name}". gangmu --help lists them.`,
  summary: 'Restore and read .txt, .html, .docx and .pdf documents. Needs no database.',
  options: {
    files: 'files, or folders that are searched for such files',
    json: 'one finding a line, as JSON',
    restored: 'the restored text alone',
    repairs: 'every repair, as JSON',
    out: 'write <name>.jsonl and <name>.txt for each file into this folder; a second run goes on where the first ended',
    pack: 'a pack whose names the reader shall know: a name in packs/ or a folder',
    maxMb: 'largest file to take, in MB (20)',
    model: 'ask the model that GANGMU_MODEL_… name as well (the text is sent to its server)',
    jobs: 'with --out: files to read at once (as many as the machine has processors)',
    help: 'this help',
  },
  headings: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:' },
  noFiles: 'Name at least one file or folder. gangmu read --help says more.',
  unknownOption: (option) => `There is no option ${option}. gangmu read --help lists them.`,
  noArgument: (option) => `${option} wants a value. gangmu read --help says more.`,
  oneOf: 'Choose one of --json, --restored and --repairs.',
  noNumber: (given) => `--max-mb wants a number above 0 and up to 1024, not "${given}".`,
  noJobs: (given) => `--jobs wants a whole number from 1 to 256, not "${given}".`,
  jobsForOut:
    '--jobs goes with --out, without --json, --restored, --repairs and --model: those read one file after the other.',
  reading: (done, all, name) => `Reading ${done}/${all}  ${name}`,
  kinds: {
    entity: 'entity',
    quantity: 'quantity',
    milestone: 'milestone',
    project: 'project',
    agreement: 'agreement',
    action: 'action',
    relation: 'relation',
  },
  slogan: 'slogan',
  measures: { deliverable: 'deliverable', target: 'target', date: 'date', owner: 'owner' },
  repairKinds: {
    charset: 'charset',
    entity: 'HTML entity',
    pinyin: 'inserted pinyin',
    'shifted-run': 'shifted bytes',
    script: 'traditional script',
    variant: 'variant character',
    promo: 'promotional word',
    punctuation: 'punctuation',
    quotes: 'quotation marks',
    spacing: 'spacing',
    'line-break': 'broken line',
    moved: 'moved',
    removed: 'removed',
  },
  columns: {
    kind: 'Kind',
    what: 'Value, due',
    actor: 'Owner',
    lacks: 'Lacks',
    quote: 'Sentence',
    file: 'File',
    repairs: 'repairs',
  },
  repairs: 'Repairs',
  none: 'No findings.',
  done: 'done',
  list: ', ',
  colon: ': ',
  pictures: (pages) => `Pages ${pages} are pictures and were not read: they need text recognition (OCR).`,
  undecoded: (count) =>
    `${count} ${count === 1 ? 'character' : 'characters'} could not be decoded and stand as \uFFFD.`,
  amount: (value) => value.toLocaleString('en-US', { maximumFractionDigits: 6 }),
  units: { CNY: ' CNY', USD: ' USD', m2: ' m²', m3: ' m³', km: ' km', ha: ' ha', t: ' t', 百分点: ' points' },
  refusals: {
    'document.not-found': () => 'There is no such file or folder. Check the path.',
    'document.none-here': (it) => `No file that can be read is in this folder. Taken are: ${it['accepted']}.`,
    'document.not-readable': (it) => `The file cannot be opened (${it['reason']}). Check who may read it.`,
    'document.empty': () => 'The file holds no text. Check that it was saved or downloaded to its end.',
    'document.too-large': (it) =>
      it['pages'] === undefined
        ? `The file has ${megabytes(it['size'])}; the limit is ${megabytes(it['limit'])}. Split it, or raise the limit with --max-mb.`
        : `The file has ${it['pages']} pages; the limit is ${it['limit']}. Split it.`,
    'document.not-docx': (it) =>
      `The name says Word, the content is something else (${it['found']}). Open it in Word and save it as .docx.`,
    'document.encrypted': () => 'The file is locked with a password. Save it without one and try again.',
    'document.pictures-only': (it) =>
      `All ${it['pages']} pages are pictures without text. Run text recognition (OCR) on it first.`,
    'document.unknown-charset': () =>
      'The charset could not be determined. Save the file as UTF-8 or GB18030 and try again.',
    'document.unsupported': (it) =>
      `Files of this type (${it['found']}) are not read. Save it as one of: ${it['accepted']}.`,
    'document.broken': (it) =>
      `The file is damaged or cut short (${it['detail']}). Download it again, or open and save it anew.`,
    'document.archive-bomb': (it) =>
      `Unpacked, the file would exceed the limits (${it['cap']} ${it['found']}, allowed ${it['limit']}). Open it in Word, remove what is embedded and save it anew.`,
    'document.timeout': (it) =>
      `Reading was ended after ${Number(it['milliseconds']) / 1000} s. Split the file, or save it as plain text.`,
    'document.memory': (it) =>
      `Reading was ended at ${it['megabytes']} MB of memory. Split the file, or save it as plain text.`,
    'document.unreadable': (it) =>
      `The reader failed on this file (${it['detail']}). The other files were read; give this one to whoever looks after Gangmu.`,
    'output.not-writable': (it) =>
      `The output folder cannot be written (${it['reason']}). Choose another with --out.`,
    'output.over-source': (it) =>
      `Writing to ${it['out']} would overwrite this file. Choose another folder with --out.`,
    'output.in-use': (it) =>
      `Another run (process ${it['pid']}) writes into this folder. Wait for it, or choose another with --out.`,
    'output.not-ours': () =>
      'This folder holds a manifest.jsonl that is not of Gangmu. Move it away, or choose another folder with --out.',
    'output.is-source': () =>
      'Results in the folder that is read would be read as documents next time. Choose another folder with --out.',
    'pack.not-found': (it) => `There is no such pack. There are: ${it['known']}; or give a folder.`,
  },
}
