import { expect, test } from 'vitest'
import { pluginPage } from '../../../dev/host/plugin/plugin-page.ts'
import { buffersIn } from '../../../dev/host/plugin/transfer.ts'

const html = '<!doctype html><html lang="en"><body>Hello</body></html>'

test('the policy stands before anything of the plugin', () => {
  const page = pluginPage({ html, csp: `default-src data: "x"` })
  expect(page).toBe(
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src data: &quot;x&quot;">${html}`,
  )
})

test('the theme comes as figma-style and a class only where it was asked for', () => {
  const page = pluginPage({ html, csp: '', theme: { name: 'dark', css: '.figma-dark { --figma-color-bg: #2c2c2c }' } })
  expect(page).toContain('<style id="figma-style">.figma-dark { --figma-color-bg: #2c2c2c }</style>')
  expect(page).toContain("classList.add('figma-dark')")
  expect(pluginPage({ html, csp: '' })).not.toContain('figma-')
})

test('only a buffer that its bytes fill alone is moved into the frame', () => {
  const whole = new Uint8Array(4)
  const part = new Uint8Array(new ArrayBuffer(8), 2, 4)
  expect(buffersIn({ picture: { bytes: whole, again: whole }, list: [part, null, 'text'] })).toEqual([whole.buffer])
})
