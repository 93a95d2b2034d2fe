import * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import { fromBase64 } from '../image/base64.ts'
import { fileOfAnswer } from '../image/files.ts'
import { orElse } from '../or-else.ts'
import { NO_RESULT } from '../texts/answers.ts'
import { arrived } from './arrived.ts'
import type { Http } from './http.ts'
import type { Edited } from './provider.ts'

/** The pictures in an answer of OpenAI's images/edits, as bytes or as addresses; those that arrive. */
export function imagesIn(data: z.output<typeof Images>, http: Http): Promise<Edited['images']> {
  return arrived(data.map((image) => fetched(image, http))).catch((failure) => unread(data, failure))
}

async function fetched({ b64_json, url, revised_prompt }: z.output<typeof Image>, http: Http) {
  if (!b64_json && !url) throw new AppError('provider', NO_RESULT)
  const file = b64_json ? fileOfAnswer(fromBase64(b64_json)) : await http.download(url ?? '', { limit: FILE_LIMIT })
  return { file, revisedPrompt: revised_prompt ?? undefined }
}

/** What cannot be read is paid for all the same: it is handed on as it came, to be told and saved as no picture. */
function unread(data: z.output<typeof Images>, failure: unknown): Edited['images'] {
  const texts = data.flatMap(({ b64_json }) => b64_json || [])
  if (texts.length === 0) throw failure
  return texts.map((text) => ({ file: new Blob([text]) }))
}

/** bytes */
const FILE_LIMIT = 64_000_000

const word = orElse(z.nullish(z.string()), undefined)
const Image = z.object({ b64_json: word, url: word, revised_prompt: word })
/** `data` of the answer. */
export const Images = z.array(Image)
