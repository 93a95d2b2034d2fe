import type { Page } from 'playwright-core'

/** Runs a script in a sandboxed frame, whose origin is `null` as a plugin's is; gives what it posts to its parent. */
export const runInFrame = (page: Page, script: string): Promise<string> =>
  page.evaluate(
    (source) =>
      new Promise<string>((resolve) => {
        addEventListener('message', ({ data }) => resolve(data as string), { once: true })
        const frame = document.createElement('iframe')
        frame.sandbox.add('allow-scripts')
        frame.srcdoc = `<script>${source}</script>`
        document.body.replaceChildren(frame)
      }),
    script,
  )
