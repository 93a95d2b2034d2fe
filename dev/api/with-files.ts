import type { Context } from 'hono'

/** Where the base64 of a file goes. It is written in no other text. */
export const FILE_HERE = '\u0001file\u0001'

/**
 * JSON in which each `FILE_HERE` is the next file's base64, given in pieces: a megabyte of text is neither copied nor searched
 * for what would have to be escaped.
 */
export function jsonWithFiles(context: Context, value: unknown, files: readonly (readonly Buffer[])[]): Response {
  const [first = '', ...others] = JSON.stringify(value).split(JSON.stringify(FILE_HERE))
  const after = others.flatMap((text, index) => [QUOTE, ...files[index]!, QUOTE, Buffer.from(text)])
  const pieces = [Buffer.from(first), ...after]
  context.header('content-type', 'application/json')
  context.header('content-length', String(pieces.reduce((sum, { length }) => sum + length, 0)))
  return context.body(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece)
        controller.close()
      },
    }),
  )
}

const QUOTE = Buffer.from('"')
