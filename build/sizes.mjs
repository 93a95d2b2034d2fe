import { gzipSync } from 'node:zlib'

/** @typedef {{ raw: number, gzip: number }} Weight Bytes. */

/** @returns {Weight} */
export const sizeOf = (text) => ({ raw: Buffer.byteLength(text), gzip: gzipSync(text).length })

/** The files, and below them the worker, which is a part of `ui.html`. */
export function printSizes(sizes) {
  for (const [name, { raw, gzip }] of Object.entries(sizes)) {
    console.log(`${NAMES[name].padEnd(8)} ${kB(raw)} raw, ${kB(gzip)} gzipped (${remark(name, gzip)})`)
  }
}

function remark(name, gzip) {
  const budget = BUDGETS[name]
  if (!budget) return 'in ui.html'
  return gzip > budget ? `OVER the budget of ${kB(budget)}` : `budget ${kB(budget)}`
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const NAMES = { code: 'code.js', ui: 'ui.html', worker: 'worker' }
/** Bytes, gzipped. */
export const BUDGETS = { code: 29_500, ui: 180_000 }
