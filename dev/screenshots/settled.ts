import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    /** Moves the panel's clock, which else stands still. */
    passSeconds(seconds: number): void
  }
}

/** Makes a page the same at each visit and on each machine: Figma's font, a clock that stands still, and seeds that follow from one. */
export async function settle(page: Page) {
  const font = await readFile(createRequire(resolve('package.json')).resolve(FONT), 'base64')
  await page.addInitScript(prepare, font)
}

/** Runs in the page and in the panel's frame, before anything of theirs. */
function prepare(font: string) {
  // From its bytes: a file would have to pass the panel's policy.
  const bytes = Uint8Array.from(atob(font), (letter) => letter.charCodeAt(0))
  document.fonts.add(new FontFace('Inter', bytes, { weight: '100 900' }))
  if (window === window.top) return

  let now = Date.UTC(2026, 0, 15, 10)
  window.passSeconds = (seconds) => {
    now += seconds * 1000
  }
  Date.now = () => now
  const first = 0x2f6e2b1
  let state = first
  // How many seeds the panel draws before Run is pressed depends on the moment.
  addEventListener('click', () => (state = first), true)
  // Numerical Recipes' linear congruential generator: it only has to be the same each time.
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const FONT = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
