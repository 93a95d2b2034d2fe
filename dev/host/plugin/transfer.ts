/** The buffers in a message that may move to the iframe instead of being copied: those a `Uint8Array` fills alone. */
export function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength) found.add(value.buffer)
    return [...found]
  }
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) buffersIn(part, found)
  return [...found]
}
