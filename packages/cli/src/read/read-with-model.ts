import { askAbout, type Model } from '@gangmu/app'
import { type Result, accepted, refusal, refused } from '@gangmu/core'
import { modelOf } from '../place/model-of.js'
import { modelWords } from '../words/model.js'
import type { ReadWords } from '../words/read.js'
import type { ReadFile } from './read-file.js'

/** The model a call asks for with `--model`; refused where the environment names none. */
export async function askedModel(env: NodeJS.ProcessEnv): Promise<Result<Model>> {
  const model = await modelOf(env)
  if (!model.ok) return model
  return model.value === null ? refused(refusal('model.not-set', '--model')) : accepted(model.value)
}

/** A file as it was read, with what the model proposes; how it took part goes to stderr. */
export async function readWithModel(file: ReadFile, model: Model, words: ReadWords): Promise<ReadFile> {
  const reading = await askAbout(model, file.restoration.text, file.reading)
  if (reading.model !== undefined) {
    process.stderr.write(`${file.path}: ${modelWords[words.language].note(reading.model)}\n`)
  }
  return { ...file, reading }
}
