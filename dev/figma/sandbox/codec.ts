import { Foreign, GUEST, type GuestFunction, isGuestFunction, KIND, MIXED, Remote } from './remote.ts'

/** A value as it crosses: text and the bytes that the text refers to by their place. */
export interface Parcel {
  json: string
  buffers: ArrayBuffer[]
}

/** How things with an identity are named across the membrane. */
export interface Names {
  idOf(remote: Remote): number
  remote(id: number): Remote
  guestFunction(id: number): GuestFunction
  /** Promises to settle this one in the guest, and names it. */
  promise(promise: Promise<unknown>): number
}

/** The host's half of the membrane: the twin of `encode` and `decode` in prelude.ts. */
export function createCodec(names: Names) {
  function encode(value: unknown, buffers: ArrayBuffer[]): unknown {
    if (value === null) return null
    if (value === undefined) return { $: 'undefined' }
    if (value === MIXED) return { $: 'mixed' }
    if (typeof value === 'number') return encodedNumber(value)
    if (typeof value !== 'object') return value
    if (isGuestFunction(value)) return { $: 'function', id: value[GUEST] }
    if (value instanceof Remote) return { $: 'remote', id: names.idOf(value), kind: value[KIND] }
    if (value instanceof Promise) return { $: 'promise', id: names.promise(value) }
    if (value instanceof Date) return { $: 'date', time: value.getTime() }
    if (value instanceof Uint8Array) return { $: 'bytes', at: buffers.push(ownBufferOf(value)) - 1 }
    if (Array.isArray(value)) return value.map((item) => encode(item, buffers))
    const plain = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item, buffers)]))
    return '$' in plain ? { $: 'object', plain } : plain
  }

  function decode(value: unknown, buffers: readonly ArrayBuffer[]): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((item) => decode(item, buffers))
    const tagged = value as Tagged
    switch (tagged.$) {
      case 'number':
        return Number(tagged.text)
      case 'undefined':
        return undefined
      case 'mixed':
        return MIXED
      case 'remote':
        return names.remote(tagged.id)
      case 'function':
        return names.guestFunction(tagged.id)
      case 'bytes':
        return new Uint8Array(buffers[tagged.at]!)
      case 'date':
        return new Date(tagged.time)
      case 'error':
        return Object.assign(new Foreign('Error'), { text: `${tagged.name}: ${tagged.message}` })
      case 'foreign':
        return new Foreign(tagged.type)
    }
    const plain = tagged.$ === 'object' ? tagged.plain : value
    return Object.fromEntries(Object.entries(plain).map(([key, item]) => [key, decode(item, buffers)]))
  }

  return {
    pack(value: unknown): Parcel {
      const buffers: ArrayBuffer[] = []
      return { json: JSON.stringify(encode(value, buffers)), buffers }
    },
    unpack: ({ json, buffers }: Parcel): unknown => decode(JSON.parse(json), buffers),
  }
}

export type Codec = ReturnType<typeof createCodec>

const encodedNumber = (value: number) =>
  Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $: 'number', text: Object.is(value, -0) ? '-0' : `${value}` }

const ownBufferOf = (bytes: Uint8Array): ArrayBuffer =>
  (bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer) as ArrayBuffer

type Tagged =
  | { $: 'number'; text: string }
  | { $: 'undefined' | 'mixed' }
  | { $: 'remote' | 'function'; id: number }
  | { $: 'bytes'; at: number }
  | { $: 'date'; time: number }
  | { $: 'error'; name: string; message: string }
  | { $: 'foreign'; type: string }
  | { $: 'object'; plain: Record<string, unknown> }
