import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from '../../build.mjs'
import { createEditor } from '../../dev/figma/create-editor.ts'
import type { Editor, Painter, Plugin, PluginRun } from '../../dev/figma/editor.ts'
import { noPainter } from '../../dev/figma/no-painter.ts'
import type { LayerSpec, WorldData } from '../../dev/figma/world.ts'
import { connect } from '../../src/shared/channel.ts'
import type { Commands, Events, Selection } from '../../src/shared/protocol.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The built `code.js` in the simulated Figma, with the UI's end of the pipe in the test's hands. */
export interface OpenPlugin {
  editor: Editor
  run: PluginRun
  ui: ReturnType<typeof connect<Commands, Events>>
  /** Every selection that the plugin told, the last one last. */
  selections: Selection[]
  /** What it said in Figma's own window; `press` presses the button of one that has one. */
  notes: { message: string; error: boolean; press?: () => void }[]
  /** Whether its window is seen, undefined where it opened none; and how large it is, in px. */
  window: { visible: boolean | undefined; width?: number; height?: number }
}

/** Builds once for all tests of a file; `close` removes what was built. */
export function pluginBuilder(painter: Painter = noPainter) {
  const folder = temporaryFolder()
  let built:
    | Promise<{ code: string; html: string; manifest: Awaited<ReturnType<typeof build>>['manifest'] }>
    | undefined

  async function make() {
    const outdir = await folder.path()
    const { manifest } = await build({ outdir, quiet: true })
    const read = (name: string) => readFile(join(outdir, name), 'utf8')
    return { manifest, code: await read('code.js'), html: await read('ui.html') }
  }

  return {
    close: folder.remove,
    /** What was built, as text. */
    files: () => (built ??= make()),
    open(layers: LayerSpec[], pictures: WorldData['pictures'] = {}): Promise<OpenPlugin> {
      return this.openWorld({ pages: [{ name: 'Page', layers }], pictures })
    },
    /** `first` is code that runs in the same sandbox before the plugin's own. */
    async openWorld(world: Omit<WorldData, 'id' | 'title'>, command = 'edit', first = ''): Promise<OpenPlugin> {
      const editor = await createEditor({ painter })
      editor.open({ id: 'test', title: 'Test', ...world })
      return this.startIn(editor, command, first)
    },
    /** Starts the plugin in what is open: again, where it ran before. `storage` is what another editor's run has left. */
    async startIn(
      editor: Editor,
      command = 'edit',
      first = '',
      storage?: Record<string, unknown>,
      parameters?: Plugin['parameters'],
    ): Promise<OpenPlugin> {
      const { code, ...files } = await this.files()
      const listeners: ((message: unknown) => void)[] = []
      const notes: OpenPlugin['notes'] = []
      const window: OpenPlugin['window'] = { visible: undefined }
      // As a page that is not loaded yet: what it would say waits.
      let open = () => {}
      const opened = new Promise<void>((resolve) => {
        open = resolve
      })
      const run = await editor.run(
        {
          ...files,
          code: `${first}\n${code}`,
          command,
          ...(storage && { storage }),
          ...(parameters && { parameters }),
        },
        {
          show: (_html, { visible, width, height }) => {
            Object.assign(window, { visible, width, height })
            open()
          },
          setVisible: (visible) => {
            window.visible = visible
          },
          post: (message) => {
            for (const receive of listeners) receive(message)
          },
          close: () => {},
          resize: (width, height) => void Object.assign(window, { width, height }),
          notify: (message, { error, button, dequeued }) => {
            const press = () => void (button?.press() && dequeued('action_button_click'))
            notes.push({ message, error, ...(button && { press }) })
          },
        },
      )
      const ui = connect<Commands, Events>({
        post: (message) => void opened.then(() => run.fromUi(message)),
        listen: (receive) => void listeners.push(receive),
      })
      const selections: Selection[] = []
      ui.on('selection', (selection) => selections.push(selection))
      return { editor, run, ui, selections, notes, window }
    },
  }
}
