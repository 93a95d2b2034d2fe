import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPrivate } from './private-address.ts'

/** Finds a host's addresses and refuses those that are private: the connection is made to what was looked at here. */
export const guardedLookup = (find: typeof lookup = lookup): LookupFunction =>
  function guarded(hostname, options, callback) {
    find(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return callback(error ?? unfit('ENOTFOUND'), '', 0)
      if (addresses.some(({ address }) => isPrivate(address))) return callback(unfit('EPRIVATE'), '', 0)
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }

const unfit = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error('The host has no address that may be called.'), { code })
