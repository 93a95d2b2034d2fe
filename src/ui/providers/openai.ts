import * as z from 'zod/mini'
import { orElse } from '../or-else.ts'
import { checkByRefusal } from './check.ts'
import { AS_BYTES, toForm, upload } from './edit-form.ts'
import type { Http } from './http.ts'
import { Images, imagesIn } from './images-answer.ts'
import { assertWithin } from './limits.ts'
import { assertModelAt, hasModelAt, modelsAt } from './openai-list.ts'
import { canAtOpenAi, isGptImage } from './openai-models.ts'
import type { Checked, Context, Edited, EditRequest, Provider } from './provider.ts'

/** OpenAI, and any server that speaks as it does: a gateway, or one on this machine without a key. */
export const openAi: Provider = {
  id: 'openai',
  label: 'OpenAI-compatible',
  origin: 'https://api.openai.com',
  keyPage: 'https://platform.openai.com/api-keys',
  defaultModel: 'gpt-image-1',
  takes: 'form',
  keyless: true,
  direct: true,
  can: canAtOpenAi,
  headers: headersFor,
  edit,
  check,
  models,
  hasModel: (model, { http }) => hasModelAt(baseAt(http), { model, http }),
}

function headersFor(key: string): Record<string, string> {
  return key.trim() === '' ? {} : { authorization: `Bearer ${key.trim()}` }
}

async function edit(request: EditRequest, { http }: Context): Promise<Edited> {
  assertWithin(canAtOpenAi(request.model), request)
  const path = `${baseAt(http)}/images/edits`
  const { data, created, usage, ...told } = await http.postForm(path, formOf(request), Answer, { last: true })
  const { input_tokens: input, output_tokens: output } = usage ?? {}
  return {
    images: await imagesIn(data, http),
    created: created ?? undefined,
    tokens: input != null && output != null ? { input, output } : undefined,
    metadata: { ...told, usage },
  }
}

function formOf({ model, prompt, pictures, n, size, mask, options }: EditRequest): FormData {
  const fields = {
    model,
    prompt,
    n,
    size: sizeText(size, model),
    // gpt-image models answer with bytes and refuse the field; the others answer with an address unless they are told,
    // on a host that may not let a page read it. Of a name that is not known, the older way is the likelier one.
    response_format: isGptImage(model) ? undefined : AS_BYTES,
    quality: options.quality,
    background: options.background,
    input_fidelity: options.inputFidelity,
    output_format: options.outputFormat,
    output_compression: options.outputCompression,
    ...options.extra,
  }
  const form = toForm(fields, pictures)
  if (mask) upload(form, 'mask', { picture: mask, name: 'mask' })
  return form
}

function sizeText(size: EditRequest['size'], model: string): string | undefined {
  if (typeof size === 'object') return `${size.width}x${size.height}`
  return isGptImage(model) ? 'auto' : undefined
}

async function check({ http }: Context, model = openAi.defaultModel): Promise<Checked> {
  const form = toForm({ model }, [])
  const base = baseAt(http)
  await checkByRefusal((schema) => http.postForm(`${base}/images/edits`, form, schema, { free: true }))
  // The refusal may speak of the model, or of what else is missing. A server need not answer for its models.
  await assertModelAt(base, { model, http })
  return {}
}

/** OpenAI's list is mostly of models that make no pictures. */
async function models({ http }: Context): Promise<string[]> {
  const all = await modelsAt(baseAt(http), http)
  const making = all.filter((id) => /image|dall-e/i.test(id))
  return making.length > 0 ? making : all
}

/** OpenAI's own way to write an address ends in the version. */
const baseAt = ({ address }: Http) => (/\/v\d+\/*$/.test(address.trim()) ? '' : '/v1')

const word = orElse(z.nullish(z.string()), undefined)
const number = orElse(z.nullish(z.number()), undefined)
const Answer = z.object({
  data: Images,
  created: number,
  usage: orElse(z.nullish(z.object({ input_tokens: number, output_tokens: number })), undefined),
  background: word,
  output_format: word,
  quality: word,
  size: word,
})
