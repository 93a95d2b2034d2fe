import type { Drop, Editor, PluginRun } from '../figma/editor.ts'
import { soon } from '../figma/later.ts'
import { byId, element } from './element.ts'
import { cspOf } from './plugin/csp.ts'
import { listenForDrag } from './plugin/drag.ts'
import { type MenuCommand, menuCommandsOf } from './plugin/manifest.ts'
import { createPluginWindow, type PluginWindow, type PluginWindowOptions } from './plugin/plugin-window.ts'
import { createQuickActions } from './quick-actions.ts'
import { showRelaunchButtons } from './relaunch.ts'
import { type BuiltPlugin, fetchPlugin, firstStorage, isNewDesigner, type PlaygroundSettings } from './settings.ts'

// Everything that opens, closes or replaces the plugin goes through here, so that there is one at a time. Long for that.

export interface RunnerOptions extends Omit<PluginWindowOptions, 'pluginId' | 'csp' | 'receive' | 'drop'> {
  editor: Editor
  settings: PlaygroundSettings
}

/** What to open: a command of the menu or of a relaunch button, and what quick actions had for its parameters. */
export interface Opening {
  command?: string | undefined
  /** `'ask'` opens quick actions. Without it they open where the command cannot do without. */
  parameters?: Readonly<Record<string, unknown>> | 'ask' | undefined
}

/** Opens and closes the plugin: by the page's buttons, by the playground, and again when it was rebuilt. */
export function createPluginRunner(options: RunnerOptions) {
  const { editor, notify, settings } = options
  const quickActions = createQuickActions()
  let plugin: BuiltPlugin | undefined
  let storage: Record<string, unknown> | undefined = isNewDesigner(location.search) ? undefined : firstStorage(settings)
  let current: { run: PluginRun; ui: PluginWindow; opening: Opening } | undefined

  /** The plugin that was built last, unless one of one's own is given. */
  async function load(given?: BuiltPlugin): Promise<BuiltPlugin> {
    const loaded = given ?? (await fetchPlugin())
    const commands = menuCommandsOf(loaded.manifest)
    byId('menu').replaceChildren(...commands.map(menuButton))
    byId('commands').hidden = commands.length < 2
    plugin = loaded
    refresh()
    return loaded
  }

  const menuButton = ({ name, command, asks }: MenuCommand) =>
    element('button', {
      type: 'button',
      textContent: name,
      onclick: () => void openByHand({ command, ...(asks && { parameters: 'ask' as const }) }),
    })

  async function open({ command: wanted, parameters }: Opening = {}) {
    const { manifest, code, html } = plugin ?? (await load())
    const { command, asks } = commandOf(manifest, wanted)
    const given = parameters ?? (asks ? 'ask' : undefined)
    close()
    const ui = createPluginWindow({
      ...options,
      pluginId: manifest.id,
      csp: cspOf(manifest, { dev: true }),
      receive: (message) => void started.then((run) => run.fromUi(message)),
      drop: (drop) => void started.then((run) => run.drop(drop)),
    })
    const isOurs = manifest.id === settings.accountFor
    const started = editor.run(
      { manifest, code, html, command, ...(given && { parameters: given }), ...(isOurs && storage && { storage }) },
      ui,
    )
    const run = await started
    current = { run, ui, opening: { command, parameters: given } }
    if (isOurs) storage = undefined
    if (run.query) void quickActions.ask(manifest.name, run.query).then((asked) => asked === 'cancelled' && run.close())
    // Figma tells a plugin in a task of its own that it runs; most show their window then, or when they have read how large.
    for (let task = 0; task < TASKS && !ui.isOpen(); task++) await soon()
    await ui.loaded()
  }

  function close() {
    quickActions.close()
    current?.run.close()
    current?.ui.close()
  }

  /** Does what closes or outdates the plugin, and opens it again as it was if it was open. */
  async function keepOpen(change: () => unknown) {
    const opening = current && !current.run.closed ? current.opening : undefined
    await change()
    if (opening) await open(opening)
  }

  async function openByHand(opening?: Opening) {
    byId('menu').hidePopover()
    await open(opening).catch((error) => notify(error.message, { error: true }))
  }

  /** The selection or a layer's plugin data may have changed. */
  const refresh = () => showRelaunchButtons(buttons(), (command) => void openByHand({ command }))

  const buttons = () => (plugin ? editor.relaunchButtons(plugin.manifest) : [])

  byId('open').addEventListener('click', () => void openByHand())
  byId('close').addEventListener('click', () => {
    close()
    byId('open').focus()
  })
  listenForDrag(byId('plugin'))

  return {
    open,
    close,
    keepOpen,
    refresh,
    buttons,
    drop: (drop: Drop) => current?.run.drop(drop) ?? false,
    /** Puts another plugin in the place of the one that is open or would be. */
    async replace(other: BuiltPlugin) {
      close()
      await load(other)
      await open()
    },
    reload: () => keepOpen(() => load()),
    recolor: () => current?.ui.recolor(),
    slices: () => ({ longest: current?.run.longestSlice ?? 0, longestOwn: current?.run.longestOwnSlice ?? 0 }),
    forgetSlices: () => current?.run.forgetSlices(),
  }
}

/** Until one that has shown no window is taken to show none. */
const TASKS = 10

function commandOf(manifest: BuiltPlugin['manifest'], wanted: string | undefined) {
  const commands = menuCommandsOf(manifest)
  const relaunch = (manifest.relaunchButtons ?? []).map(({ command }) => ({ command, asks: false }))
  const found =
    wanted === undefined ? commands[0] : [...commands, ...relaunch].find(({ command }) => command === wanted)
  if (!found) throw new Error(`The plugin's menu has no command “${wanted ?? ''}”.`)
  return found
}
