import * as z from 'zod/mini'
import { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import { toBase64 } from '../image/base64.ts'
import type { Http } from './http.ts'
import type { Context } from './provider.ts'

// How a picture gets an address for those who take no bytes: one that holds it whole, or one at a relay.

export const inlineAddress = ({ bytes, type }: Picture) => `data:${type};base64,${toBase64(bytes)}`

/**
 * Addresses at a relay, good for an hour. `http`: one for the relay's own address with its token; a file is removed when
 * its request has ended, and that may be because it was stopped, so each call brings a signal of its own.
 */
export function relayAddresses(http: (signal: AbortSignal) => Http): Required<Pick<Context, 'addressOf' | 'forget'>> {
  return {
    async addressOf({ bytes, type }, { signal }) {
      const { url } = await http(signal).postFile('/files', new Blob([bytes], { type }), Kept, { free: true })
      return url
    },
    async forget(address) {
      const [, id] = FILE.exec(address) ?? []
      if (id) await http(AbortSignal.timeout(FORGET_TIME)).remove(`/files/${id}`)
    },
  }
}

/**
 * Begins what needs the pictures' addresses, the main one first. Where it does not begin, whatever was uploaded for it is
 * forgotten; where it does, the uploads are for the job to forget.
 */
export async function withAddresses<T>(
  pictures: readonly Picture[],
  context: Context,
  begin: (addresses: string[], uploads: readonly string[]) => Promise<T>,
): Promise<T> {
  const { signal, addressOf = async (picture) => inlineAddress(picture) } = context
  const addresses: string[] = []
  const uploads: string[] = []
  try {
    // One after the other: a relay takes few uploads at once, and requests beside this one have theirs.
    for (const picture of pictures) {
      const address = await addressOf(picture, { signal })
      addresses.push(address)
      if (context.forget && !address.startsWith('data:')) uploads.push(address)
    }
    context.assertWanted?.()
    return await begin(addresses, uploads)
  } catch (thrown) {
    forgetAll(uploads, context)
    throw thrown
  }
}

/** What becomes of a picture's address does not keep anyone waiting: the relay forgets it within the hour by itself. */
export function forgetAll(addresses: readonly string[], context: Context) {
  for (const address of addresses) void context.forget?.(address).catch(() => {})
}

/**
 * Whether a provider may have refused a picture for the kind of address that it had: then a relay helps. Of a picture
 * itself it says other things.
 */
export const mayRefuseAddress = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.fault === 'refused' && /\b(url|uri|address|fetch|download)/i.test(thrown.message)

/** The relay: an address ends in the id of its file and an ending. */
const FILE = /\/files\/([\w-]+)(?:\.\w+)?$/
/** ms */
const FORGET_TIME = 30_000
const Kept = z.object({ url: z.string() })
