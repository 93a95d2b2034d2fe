import type { Readable, Writable } from 'node:stream'

/**
 * Looks for the keys and tokens that tests and stand-ins use in all that the tests print or report: none of them has any
 * business in a log, an error, an address or a message.
 */
export function watchForKeys() {
  const lines = new Set<string>()
  const look = (text: string) => {
    for (const line of text.split('\n')) {
      const at = line.search(KEYS)
      if (at < 0) continue
      // A report is one line of many thousand characters.
      const from = Math.max(0, at - AROUND)
      lines.add(line.slice(from, from + 3 * AROUND).replace(new RegExp(KEYS, 'g'), '(a key)'))
    }
  }
  return {
    look,
    /** Passes a stream on as it is. */
    pass(from: Readable, to: Writable) {
      // A key may lie across two pieces of what is read.
      let last = ''
      from.setEncoding('utf8').on('data', (piece: string) => {
        to.write(piece)
        const text = last + piece
        const end = text.lastIndexOf('\n') + 1
        look(text.slice(0, end))
        last = text.slice(end)
      })
      from.on('end', () => look(last))
    },
    /** The lines with a key in them, without it. */
    found: () => [...lines],
  }
}

/** The stand-ins', and those that tests make up. */
const KEYS =
  /(?:[\w-]+demo|another-account)\.stand-in|[\w.-]*very-secret[\w-]*|an?(?:other)?-token-for-th?[\w-]+-relay|another-token-for-those-tests/
/** Characters. */
const AROUND = 100
