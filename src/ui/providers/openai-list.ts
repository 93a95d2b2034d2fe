import * as z from 'zod/mini'
import { isModelUnknown } from './faults.ts'
import type { Http } from './http.ts'

// The list of models as OpenAI's API has it. `base`: the path under which it is, `/v1` at OpenAI itself.

export async function modelsAt(base: string, http: Http): Promise<string[]> {
  const { data } = await http.get(`${base}/models`, Models)
  return data.map(({ id }) => id)
}

export async function hasModelAt(base: string, { model, http }: { model: string; http: Http }): Promise<boolean> {
  try {
    await http.get(pathOf(base, model), Model)
    return true
  } catch (thrown) {
    if (isModelUnknown(thrown)) return false
    throw thrown
  }
}

/** Rejects where it says that there is no such model. Nothing else that it says, or does not say soon, matters. */
export async function assertModelAt(base: string, { model, http }: { model: string; http: Http }): Promise<void> {
  await http.state(pathOf(base, model), Model).catch((thrown) => {
    if (isModelUnknown(thrown)) throw thrown
  })
}

const pathOf = (base: string, model: string) => `${base}/models/${model.split('/').map(encodeURIComponent).join('/')}`

const Model = z.object({ id: z.string() })
const Models = z.object({ data: z.array(Model) })
