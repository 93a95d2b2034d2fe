/**
 * The same stream, bound to the length that was announced. Workers end any other stream as if it were whole, even where
 * it broke off.
 */
export const fixedLength = (source: ReadableStream<Uint8Array>, length: string) =>
  source.pipeThrough(new FixedLengthStream(Number(length)))

declare const FixedLengthStream: new (length: number) => ReadableWritablePair<Uint8Array, Uint8Array>
