import sharp from 'sharp'
import { vi } from 'vitest'
import { createEditor, type Manifest, type Painter, type Plugin, type UiWindow } from '../../../dev/figma/editor.ts'
import { noPainter } from '../../../dev/figma/no-painter.ts'
import type { LayerSpec, WorldData } from '../../../dev/figma/world.ts'

export const MANIFEST: Manifest = {
  name: 'Test plugin',
  id: '42',
  api: '1.0.0',
  main: 'code.js',
  ui: 'ui.html',
  editorType: ['figma'],
  documentAccess: 'dynamic-page',
  networkAccess: { allowedDomains: ['none'] },
  menu: [{ name: 'Go', command: 'go' }],
  relaunchButtons: [{ command: 'again', name: 'Again' }],
}

export const SOLID = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } } as const

export const box = (name: string, more: Partial<LayerSpec> = {}): LayerSpec => ({
  ...{ type: 'RECTANGLE', name, x: 0, y: 0, width: 100, height: 50, fills: [SOLID] },
  ...more,
})

export const png = async (width: number, height: number, background = '#336699') =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer(),
  )

interface Options {
  layers?: LayerSpec[]
  pages?: WorldData['pages']
  pictures?: WorldData['pictures']
  library?: LayerSpec[]
  shared?: Pick<WorldData, 'styles' | 'libraryStyles' | 'variables'>
  painter?: Painter
  patience?: number
}

/** An editor with a small document, and short ways to run plugin code in it. */
export async function openFigma(given: Options = {}) {
  const { layers = [box('Box')], pages, pictures = {}, library = [], shared, ...options } = given
  const editor = await createEditor({ painter: noPainter, ...options })
  editor.open({ id: 'test', title: 'Test', pages: pages ?? [{ name: 'One', layers }], pictures, library, ...shared })
  const ui = recordingWindow()

  async function start(code: string, more: Partial<Plugin> = {}) {
    return editor.run({ manifest: MANIFEST, code: `'use strict';\n${code}`, html: '<p>ui</p>', ...more }, ui)
  }

  return {
    editor,
    ui,
    start,
    /** Runs the body of an async function and returns its answer. Rejects with what it throws. */
    async ask(body: string, more: Partial<Plugin> = {}): Promise<unknown> {
      const run = await start(
        `(async () => {${body}})().then(
          (value) => console.log('value', value),
          (error) => console.log('error', error instanceof Error ? error.message : 'plain: ' + error))`,
        more,
      )
      const [kind, answer] = await vi.waitFor(() => {
        const line = run.logs.at(-1)
        if (!line) throw new Error(editor.errors()[0]?.message ?? 'The code has not answered.')
        return line.values
      }, WAIT)
      if (kind === 'error') throw new Error(String(answer))
      return answer
    },
  }
}

export type OpenFigma = Awaited<ReturnType<typeof openFigma>>

/** A window that does nothing but remember. */
function recordingWindow() {
  const seen = {
    shown: [] as unknown[],
    posted: [] as unknown[],
    notes: [] as unknown[],
    closed: [] as string[],
    sizes: [] as unknown[],
  }
  const window: UiWindow = {
    show: (html, options) => void seen.shown.push({ html, ...options }),
    post: (message) => void seen.posted.push(message),
    close: () => void seen.closed.push('closed'),
    resize: (width, height) => void seen.sizes.push([width, height]),
    notify: (message, options) => void seen.notes.push({ message, ...options }),
  }
  return Object.assign(window, seen)
}

/** Waits for something that happens later, however busy the machine is. */
export const until = <T>(check: () => T) => vi.waitFor(check, WAIT)

/** ms */
const WAIT = { timeout: 15_000, interval: 5 }
