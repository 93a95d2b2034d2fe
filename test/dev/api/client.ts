import sharp, { type Sharp } from 'sharp'
import type { StandIn } from '../../../dev/api/server.ts'

/** A form as a plugin would send it; `undefined` leaves a usual field out, and a list repeats one. */
export interface Form {
  [field: string]: string | File | (string | File)[] | undefined
}

export interface Answer {
  id: string
  created: number
  size: string
  output_format: string
  data: { b64_json?: string; url?: string; revised_prompt: string }[]
  metadata: Record<string, unknown> & { cost: number; stand_in: { note: string; pictures: { did: string[] }[] } }
  error: { message: string; type: string; code: string }
}

/** Sends an edit: the usual fields, with those given put in their place. */
export async function send(api: StandIn, form: Form = {}, query = ''): Promise<Response> {
  const usual: Form = { model: 'p-image-edit', prompt: 'make it red', response_format: 'b64_json', seed: '1' }
  const body = new FormData()
  if (!('image' in form) && !('image[]' in form)) usual.image = await flat(64, 64, '#6080a0')
  for (const [name, value] of Object.entries({ ...usual, ...form })) {
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one)
  }
  return fetch(`${api.url}/openai/v1/images/edits${query}`, { method: 'POST', headers: keyOf(api), body })
}

export async function edit(api: StandIn, form: Form = {}): Promise<Answer> {
  const response = await send(api, form)
  return (await response.json()) as Answer
}

/** The first picture that an edit gives. */
export async function editedBytes(api: StandIn, form: Form = {}): Promise<Buffer> {
  const { data } = await edit(api, form)
  return Buffer.from(data[0]!.b64_json!, 'base64')
}

/** Status, code and message of a refusal. */
export async function refusal(response: Promise<Response>) {
  const answer = await response
  const { error } = (await answer.json()) as Answer
  return { status: answer.status, ...error }
}

export async function get(api: StandIn, path: string): Promise<Response> {
  return fetch(api.url + path, { headers: keyOf(api) })
}

export const keyOf = ({ key }: StandIn) => ({ authorization: `Bearer ${key}` })

/** One color, as a PNG file. */
export async function flat(width: number, height: number, background: string): Promise<File> {
  return toFile(sharp({ create: { width, height, channels: 3, background } }), 'png')
}

/** A bright sky over a green field, with a horizon in the middle. */
export async function landscape(width: number, height: number, format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png') {
  const field = { create: { width, height: Math.ceil(height / 2), channels: 3, background: '#4c8a3c' } } as const
  const sky = sharp({ create: { width, height, channels: 3, background: '#9cc8ee' } })
  const input = await sharp(field).png().toBuffer()
  return toFile(sky.composite([{ input, left: 0, top: Math.floor(height / 2) }]), format)
}

export async function toFile(image: Sharp, format: 'png' | 'jpeg' | 'webp' | 'gif'): Promise<File> {
  const bytes = await image.toFormat(format).toBuffer()
  return new File([new Uint8Array(bytes)], `picture.${format}`, { type: `image/${format}` })
}

/** Mean red, green and blue, 0 to 255, of a part of a picture given in shares of its edges. */
export async function meanOf(picture: Buffer, part = { left: 0, top: 0, right: 1, bottom: 1 }): Promise<number[]> {
  const { width, height } = await sharp(picture).metadata()
  const [left, top] = [Math.floor(part.left * width), Math.floor(part.top * height)]
  const area = {
    left,
    top,
    width: Math.floor(part.right * width) - left,
    height: Math.floor(part.bottom * height) - top,
  }
  const { channels } = await sharp(await sharp(picture).extract(area).png().toBuffer()).stats()
  return channels.map(({ mean }) => mean)
}
