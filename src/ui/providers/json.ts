import type { Bytes } from '../../shared/picture.ts'

/** The value in a body; `null` where it is empty, undefined where it is no JSON. */
export function jsonIn(bytes: Bytes): unknown {
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a body that is no JSON began as some: then its end is missing. */
export const isCut = (bytes: Bytes) => /^\s*[{[]/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
