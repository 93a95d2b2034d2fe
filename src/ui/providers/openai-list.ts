import * as z from 'zod/mini'
import { isModelUnknown } from './faults.ts'
import type { Http } from './http.ts'

// The list of models as OpenAI's API has it. `base`: the path under which it is, `/v1` at OpenAI itself.

export async function modelsAt(base: string, http: Http): Promise<string[]> {
  const { data } = await http.get(`${base}/models`, Models)
  return data.map(({ id }) => id)
}

interface Asked {
  model: string
  http: Http
}

export const modelAt = (base: string, { model, http }: Asked) =>
  http.get(`${base}/models/${model.split('/').map(encodeURIComponent).join('/')}`, Model)

export async function hasModelAt(base: string, asked: Asked): Promise<boolean> {
  try {
    await modelAt(base, asked)
    return true
  } catch (thrown) {
    if (isModelUnknown(thrown)) return false
    throw thrown
  }
}

const Model = z.object({ id: z.string() })
const Models = z.object({ data: z.array(Model) })
