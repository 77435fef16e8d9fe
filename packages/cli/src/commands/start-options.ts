import { parseArgs } from 'node:util'
import { accepted, refusal, refused, type Result } from '@gangmu/core'

export interface StartOptions {
  readonly pack: string
  /** Files and folders to receive instead of what the pack brings along. */
  readonly documents: readonly string[]
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Where the embedded database stands; null: a folder of the pack's own. */
  readonly data: string | null
  readonly url: string | null
  /** Confirm and dispatch what is found in the given documents. */
  readonly accept: boolean
  readonly demo: boolean
  readonly documentBytes: number
  /** One proxy of our own stands in front; what its headers say of the caller is believed. */
  readonly behindProxy: boolean
  /** Serve a demo, whose password everybody knows, beyond this machine. */
  readonly demoOnNetwork: boolean
}

const defaultPack = 'yunze'
const MEGABYTE = 1024 * 1024

/** The options of `start` and `serve`; a wrong call is refused with `call.wrong`. */
export function startOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  demo: boolean,
): Result<StartOptions> {
  let values
  let positionals: string[]
  try {
    ;({ values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        pack: { type: 'string', default: defaultPack },
        documents: { type: 'string', multiple: true, default: [] },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '4180' },
        data: { type: 'string' },
        accept: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        'max-mb': { type: 'string', default: '20' },
        'behind-proxy': { type: 'boolean', default: false },
        'demo-on-network': { type: 'boolean', default: false },
      },
    }))
  } catch (error) {
    return refused(
      refusal('call.wrong', '', { reason: error instanceof Error ? error.message : String(error) }),
    )
  }
  // `--documents A B C`: what follows without an option belongs to it.
  if (positionals.length > 0 && values.documents.length === 0)
    return wrong(positionals[0] ?? '', 'unknown word')
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return wrong('--port', `${values.port} is no port`)
  const megabytes = Number(values['max-mb'])
  if (!(megabytes > 0 && megabytes <= 1024)) return wrong('--max-mb', 'a number up to 1024')
  return accepted({
    pack: values.pack,
    documents: [...values.documents, ...positionals],
    host: values.host,
    port,
    data: values.data ?? (env['GANGMU_DATA'] || null),
    url: env['DATABASE_URL'] || null,
    accept: values.accept,
    demo: demo && !values['no-demo'],
    documentBytes: Math.floor(megabytes * MEGABYTE),
    behindProxy: values['behind-proxy'] || env['GANGMU_TRUST_PROXY'] === '1',
    demoOnNetwork: values['demo-on-network'],
  })
}

function wrong(path: string, reason: string): Result<never> {
  return refused(refusal('call.wrong', path, { reason }))
}
