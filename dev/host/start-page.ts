import { createCanvasPainter } from '../figma/canvas-painter.ts'
import { createEditor, type WorldData } from '../figma/editor.ts'
import { createStage } from './canvas/stage.ts'
import { showErrors } from './console-drawer.ts'
import { type DocumentView, firstImageIn, viewOf } from './document-view.ts'
import { byId } from './element.ts'
import { createLayerList } from './layer-list.ts'
import { showPages } from './page-list.ts'
import { createPictureAdder } from './picture-adder.ts'
import { listenForPictures } from './picture-input.ts'
import type { PlaygroundParts } from './playground.ts'
import { createPluginRunner } from './plugin-runner.ts'
import { disclosureOf, fetchSettings, fetchText } from './settings.ts'
import { createTheme } from './theme.ts'
import { createToasts } from './toasts.ts'
import { listenForUndo } from './undo.ts'
import { createWorldPicker } from './world-picker.ts'

/** Puts the page together, opens the first world and the plugin: the one file that knows every part. */
export async function startPage(): Promise<PlaygroundParts> {
  const toasts = createToasts(byId('toasts'))
  const tellFailure = (error: Error) => toasts.notify(error.message, { error: true })
  try {
    return await assemble(toasts, tellFailure)
  } catch (error) {
    tellFailure(error as Error)
    throw error
  }
}

async function assemble(
  { notify, dismiss, said }: ReturnType<typeof createToasts>,
  tellFailure: (error: Error) => void,
): Promise<PlaygroundParts> {
  const [settings, themeCss] = await Promise.all([fetchSettings(), fetchText('/theme.css')])
  byId('disclosure').textContent = disclosureOf(settings)
  const editor = await createEditor({ painter: createCanvasPainter(), quickjs: { wasmLocation: '/quickjs.wasm' } })
  let view: DocumentView = viewOf(editor)

  const select = (ids: string[]) => editor.select(ids)
  const stage = createStage({ select })
  const layers = createLayerList(byId('layers'), { select, hover: stage.hover })
  const pictures = createPictureAdder({ editor, stage, placed: () => view.placed, refresh: show, notify })
  const theme = createTheme(() => {
    stage.recolor()
    plugin.recolor()
  })
  const plugin = createPluginRunner({
    ...{ editor, settings, themeCss, notify, dismiss },
    theme: theme.current,
    scrollIntoView: stage.bring,
  })
  const worlds = createWorldPicker({ show: showWorld, notify })

  function show() {
    view = viewOf(editor)
    stage.show(view)
    layers.show(view)
    showPages(editor)
  }

  async function showWorld(world: WorldData) {
    await plugin.keepOpen(() => {
      editor.open(world)
      show()
      layers.toTop()
    })
    stage.fit()
  }

  editor.onChange(show)
  showErrors(() => editor.errors())
  listenForPictures({ add: pictures.addByHand, notify })
  listenForUndo(editor, notify)
  theme.set(theme.current())
  new EventSource('/events').addEventListener('message', () => void plugin.reload().catch(tellFailure))

  await worlds.open(settings.world)
  const first = firstImageIn(view)
  if (first) select([first])
  await plugin.open()
  stage.fit()
  return {
    editor,
    said,
    open: worlds.open,
    worlds: worlds.all,
    addImage: pictures.add,
    run: plugin.open,
    close: plugin.close,
  }
}
