import type { Editor, PluginRun } from '../figma/editor.ts'
import { byId, element } from './element.ts'
import { cspOf } from './plugin/csp.ts'
import { listenForDrag } from './plugin/drag.ts'
import { menuCommandsOf } from './plugin/manifest.ts'
import { createPluginWindow, type PluginWindow, type PluginWindowOptions } from './plugin/plugin-window.ts'
import { type BuiltPlugin, fetchPlugin, firstStorage, type PlaygroundSettings } from './settings.ts'

export interface RunnerOptions
  extends Pick<PluginWindowOptions, 'themeCss' | 'theme' | 'notify' | 'dismiss' | 'scrollIntoView'> {
  editor: Editor
  settings: PlaygroundSettings
}

/** Opens and closes the plugin: by the page's buttons, by the playground, and again when it was rebuilt. */
export function createPluginRunner(options: RunnerOptions) {
  const { editor, notify } = options
  let plugin: BuiltPlugin | undefined
  let storage: Record<string, unknown> | undefined = firstStorage(options.settings)
  let current: { run: PluginRun; ui: PluginWindow; command: string } | undefined

  async function load(): Promise<BuiltPlugin> {
    const loaded = await fetchPlugin()
    const buttons = menuCommandsOf(loaded.manifest).map(({ name, command }) =>
      element('button', { type: 'button', textContent: name, onclick: () => void openByHand(command) }),
    )
    byId('menu').replaceChildren(...buttons)
    byId('commands').hidden = buttons.length < 2
    plugin = loaded
    return loaded
  }

  async function open(wanted?: string) {
    const { manifest, code, html } = plugin ?? (await load())
    const commands = menuCommandsOf(manifest)
    const command = wanted ?? commands[0]?.command ?? ''
    if (!commands.some((one) => one.command === command)) {
      throw new Error(`The plugin's menu has no command “${command}”.`)
    }
    close()
    const ui = createPluginWindow({
      ...options,
      pluginId: manifest.id,
      csp: cspOf(manifest, { dev: true }),
      receive: (message) => void started.then((run) => run.fromUi(message)),
    })
    const started = editor.run({ manifest, code, html, command, ...(storage && { storage }) }, ui)
    current = { run: await started, ui, command }
    storage = undefined
    await ui.loaded()
  }

  function close() {
    current?.run.close()
    current?.ui.close()
  }

  /** Does what closes or outdates the plugin, and opens it again with its command if it was open. */
  async function keepOpen(change: () => unknown) {
    const command = current && !current.run.closed ? current.command : undefined
    await change()
    if (command !== undefined) await open(command)
  }

  async function openByHand(command?: string) {
    byId('menu').hidePopover()
    await open(command).catch((error) => notify(error.message, { error: true }))
  }

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
    reload: () => keepOpen(load),
    recolor: () => current?.ui.recolor(),
  }
}
