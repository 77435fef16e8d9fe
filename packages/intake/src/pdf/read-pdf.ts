import type { Result } from '@gangmu/core'
import { getDocumentProxy } from 'unpdf'
import { refuse, taken } from '../answer.js'
import type { IntakeLimits } from '../limits.js'
import type { Parsed } from '../received.js'
import { CharacterMaps } from './character-maps.js'
import { type PageItem, textOf } from './lines.js'
import { withoutRadicals } from './radicals.js'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** A page with fewer characters than this on which something is drawn is taken for a scanned page. */
const FEW_CHARACTERS = 10
/** More drawing than rules and frames need. */
const CURVES = 200

/** Text of a PDF, paragraphs as lines where the layout shows them. A PDF that needs a password is refused. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  limits: IntakeLimits,
): Promise<Result<Parsed>> {
  const pictures = holdsPictures(bytes)
  const pdf = await open(bytes)
  if (pdf === 'encrypted') return refuse('document.encrypted', name, { type: 'pdf' })
  try {
    return await pagesOf(pdf, name, limits, pictures)
  } finally {
    // The thread goes on to the next file.
    await pdf.loadingTask.destroy()
  }
}

async function pagesOf(
  pdf: Pdf,
  name: string,
  limits: IntakeLimits,
  pictures: boolean,
): Promise<Result<Parsed>> {
  if (pdf.numPages > limits.pages) {
    return refuse('document.too-large', name, { pages: pdf.numPages, limit: limits.pages })
  }
  const pages: PageItem[][] = []
  const picturePages: number[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const items = await itemsOf(pdf, number)
    pages.push(items)
    const characters = items.reduce((sum, item) => sum + item.text.trim().length, 0)
    if (characters < FEW_CHARACTERS && (await isDrawn(pdf, number, pictures))) picturePages.push(number)
  }
  if (pages.length > 0 && picturePages.length === pages.length) {
    return refuse('document.pictures-only', name, { pages: pages.length })
  }
  return taken({ ...textOf(pages), picturePages })
}

async function open(bytes: Uint8Array): Promise<Pdf | 'encrypted'> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
      maxImageSize: 1, // pictures are not wanted
      useSystemFonts: false,
      disableFontFace: true,
      BinaryDataFactory: CharacterMaps,
      useWorkerFetch: false,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return 'encrypted'
    throw error
  }
}

async function itemsOf(pdf: Pdf, number: number): Promise<PageItem[]> {
  const page = await pdf.getPage(number)
  const content = await page.getTextContent()
  return content.items.flatMap((item) =>
    'str' in item
      ? [
          {
            text: withoutRadicals(item.str),
            x: Number(item.transform[4]),
            y: Number(item.transform[5]),
            width: item.width,
            size: Math.hypot(Number(item.transform[2]), Number(item.transform[3])) || item.height,
            endsLine: item.hasEOL,
          },
        ]
      : [],
  )
}

/**
 * Whether something is drawn on a page without text: pictures, or letters turned into curves. Pictures themselves are
 * never decoded, so what is left of them is that the file has some and that the page draws.
 */
async function isDrawn(pdf: Pdf, number: number, pictures: boolean): Promise<boolean> {
  const page = await pdf.getPage(number)
  const { fnArray } = await page.getOperatorList()
  return pictures ? fnArray.length > 0 : fnArray.length > CURVES
}

/** The dictionary of a picture is never compressed, so it can be seen in the bytes. */
function holdsPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/.test(Buffer.from(bytes).toString('latin1'))
}
