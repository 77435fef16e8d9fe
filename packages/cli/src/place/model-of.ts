import type { Model } from '@gangmu/app'
import { type Result, accepted } from '@gangmu/core'

/** The model the environment names, or null. Where it names none, nothing of it is loaded. */
export async function modelOf(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Result<Model | null>> {
  if (!Object.keys(env).some((it) => it.startsWith('GANGMU_MODEL_'))) return accepted(null)
  const { modelFrom } = await import('@gangmu/app')
  return modelFrom(env)
}
