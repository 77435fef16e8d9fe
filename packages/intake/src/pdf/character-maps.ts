import { readFile } from 'node:fs/promises'

/**
 * Chinese PDFs without embedded fonts name one of Adobe's character maps (GBK-EUC-H, UniGB-UCS2-H …); without it their
 * text cannot be told. The maps are those of `pdfjs-dist`, from which nothing else is used.
 */
export class CharacterMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const folder = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts' }[kind]
    if (folder === undefined || !/^[\w-]+\.\w+$/.test(filename)) throw new Error(`no such data: ${filename}`)
    const home = import.meta.resolve('pdfjs-dist/package.json')
    return new Uint8Array(await readFile(new URL(`${folder}/${filename}`, home)))
  }
}
