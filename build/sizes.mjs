import { gzipSync } from 'node:zlib'

export const sizeOf = (text) => ({ raw: Buffer.byteLength(text), gzip: gzipSync(text).length })

export function printSizes(sizes) {
  for (const [name, { raw, gzip }] of Object.entries(sizes)) {
    const budget = BUDGETS[name]
    const verdict = gzip > budget ? `OVER the budget of ${kB(budget)}` : `budget ${kB(budget)}`
    console.log(`${FILES[name].padEnd(8)} ${kB(raw)} raw, ${kB(gzip)} gzipped (${verdict})`)
  }
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const FILES = { code: 'code.js', ui: 'ui.html' }
/** Bytes, gzipped. */
export const BUDGETS = { code: 15_000, ui: 90_000 }
