import { resolve } from 'node:path'
import { build } from 'esbuild'
import type { Frame, Page } from 'playwright-core'
import { workers } from '../../build.mjs'
import { launchBrowser } from '../../dev/browser.ts'
import { fromWire, type WireFault } from '../../src/shared/errors.ts'

type Functions<M> = { [K in keyof M as M[K] extends (...input: never[]) => unknown ? K : never]: M[K] }
type Input<F> = F extends (...input: infer I) => unknown ? I : never
type Output<F> = F extends (...input: never[]) => infer O ? Awaited<O> : never

export interface BrowserModule<M> {
  page: Page
  frame: Frame
  /** Runs an exported function in the browser. Values travel as data; an AppError arrives as one. */
  call<K extends keyof Functions<M> & string>(name: K, ...input: Input<M[K]>): Promise<Output<M[K]>>
  close(): Promise<void>
}

/**
 * A module of ours, bundled as the build does it, in a real browser: in a sandboxed iframe without an origin, as in
 * Figma, under a content security policy if one is given. `entry` is a path from the project's root.
 */
export async function openModule<M>(entry: string, { csp = '' } = {}): Promise<BrowserModule<M>> {
  const script = await bundle(entry)
  const browser = await launchBrowser()
  const page = await browser.newPage()
  const frame = await openFrame(page, documentOf(script, csp))
  return {
    page,
    frame,
    async call(name, ...input) {
      const answer = await frame.evaluate(callInPage, { name, input: input as unknown[] })
      if (answer.error) throw fromWire(answer.error)
      return answer.value as never
    },
    close: () => browser.close(),
  }
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * as tested from './${entry}'; export { toWire } from './src/shared/errors.ts'`,
      resolveDir: resolve('.'),
    },
    bundle: true,
    format: 'iife',
    globalName: 'harness',
    write: false,
    target: 'chrome111',
    plugins: [workers],
  })
  return outputFiles[0]!.text
}

function documentOf(script: string, csp: string) {
  const policy = csp && `<meta http-equiv="Content-Security-Policy" content="${csp}">`
  return `<!doctype html>${policy}<script>${script.replaceAll('</script', '<\\/script')}</script>`
}

async function openFrame(page: Page, html: string): Promise<Frame> {
  const element = await page.evaluateHandle(async (srcdoc) => {
    const iframe = Object.assign(document.createElement('iframe'), { srcdoc })
    iframe.setAttribute('sandbox', 'allow-scripts')
    const loaded = new Promise((done) => iframe.addEventListener('load', done))
    document.body.append(iframe)
    await loaded
    return iframe
  }, html)
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The iframe did not open.')
  return frame
}

/** Runs in the browser. An error that is thrown there would arrive here as text alone. */
async function callInPage({ name, input }: { name: string; input: unknown[] }) {
  const { tested, toWire } = (globalThis as unknown as { harness: Harness }).harness
  try {
    return { value: await tested[name]!(...input) }
  } catch (thrown) {
    return { error: toWire(thrown) }
  }
}

interface Harness {
  tested: Record<string, (...input: unknown[]) => unknown>
  toWire(thrown: unknown): WireFault
}
