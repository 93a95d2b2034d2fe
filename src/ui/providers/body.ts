import { AppError } from '../../shared/errors.ts'
import type { Bytes } from '../../shared/picture.ts'
import { tooMuchText } from '../texts/answers.ts'

/** The whole body, given up past `limit` bytes: fault `provider`. A connection that breaks off is a TypeError. */
export async function readBody(response: Response, limit: number): Promise<Bytes> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    length += part.value.length
    if (length > limit) {
      await reader?.cancel()
      throw new AppError('provider', tooMuchText(limit))
    }
    chunks.push(part.value)
  }
  return joined(chunks, length)
}

function joined(chunks: Uint8Array[], length: number): Bytes {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
