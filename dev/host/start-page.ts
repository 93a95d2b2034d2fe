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
import { createFrameNetwork } from './plugin/frame-network.ts'
import { dropFrom } from './plugin/plugin-drop.ts'
import { createPluginRunner } from './plugin-runner.ts'
import { seldom } from './seldom.ts'
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
  { notify, said }: ReturnType<typeof createToasts>,
  tellFailure: (error: Error) => void,
): Promise<PlaygroundParts> {
  const [settings, themeCss] = await Promise.all([fetchSettings(), fetchText('/theme.css')])
  byId('disclosure').textContent = disclosureOf(settings)
  const editor = await createEditor({
    painter: createCanvasPainter(),
    quickjs: { wasmLocation: '/quickjs.wasm' },
    network: createFrameNetwork(),
  })
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
    ...{ editor, settings, themeCss, notify },
    theme: theme.current,
    scrollIntoView: stage.bring,
    ...{ view: stage.view, look: stage.look, documentPoint: stage.documentPoint },
  })
  const worlds = createWorldPicker({ show: showWorld, notify })

  function show() {
    view = viewOf(editor)
    stage.show(view)
    layers.show(view)
    showPages(editor)
    plugin.refresh()
  }

  async function showWorld(world: WorldData) {
    await plugin.keepOpen(() => {
      editor.open(world)
      show()
      layers.toTop()
    })
    stage.fit()
  }

  editor.onChange(seldom(show))
  showErrors(() => editor.errors())
  listenForPictures({
    add: pictures.addByHand,
    offer: (dropped) => dropFrom(dropped, PAGE, stage.documentPoint).then(plugin.drop),
    notify,
  })
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
    run: (command, parameters) => plugin.open({ command, parameters }),
    usePlugin: plugin.replace,
    relaunchButtons: () => plugin.buttons().map(({ name }) => name),
    close: plugin.close,
    slices: plugin.slices,
    forgetSlices: plugin.forgetSlices,
  }
}

/** What a person drops lies in our own page. */
const PAGE = { left: 0, top: 0 }
