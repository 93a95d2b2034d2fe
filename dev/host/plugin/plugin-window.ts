import type { UiWindow } from '../../figma/editor.ts'
import { byId, element } from '../element.ts'
import type { Notify } from '../toasts.ts'
import { pluginPage, type Theme, themeMessage } from './plugin-page.ts'
import { buffersIn } from './transfer.ts'

export interface PluginWindowOptions {
  pluginId: string
  csp: string
  /** The text of theme.css. */
  themeCss: string
  theme(): Theme
  notify: Notify
  dismiss(message: string): void
  scrollIntoView(ids: readonly string[]): void
  /** What the page in the frame posted to its parent. */
  receive(pluginMessage: unknown): void
}

export interface PluginWindow extends UiWindow {
  /** Settles when the page shown last has loaded; at once where none is shown. */
  loaded(): Promise<void>
  /** Tells the page in the frame that the theme has changed. */
  recolor(): void
}

/** Figma's window around a plugin's UI, holding it in a frame without an origin. */
export function createPluginWindow(options: PluginWindowOptions): PluginWindow {
  const panel = byId('plugin')
  let frame: HTMLIFrameElement | undefined
  let themed = false
  let loading = Promise.resolve()
  let stopWaiting = () => {}

  function listen({ source, data }: MessageEvent) {
    if (!frame || source !== frame.contentWindow) return
    if (typeof data === 'object' && data !== null && 'pluginMessage' in data) options.receive(data.pluginMessage)
  }

  function close() {
    if (!frame) return
    removeEventListener('message', listen)
    frame.remove()
    frame = undefined
    panel.hidden = true
    stopWaiting()
  }

  function resize(width: number, height: number) {
    if (!frame) return
    frame.style.width = `${width}px`
    frame.style.height = `${height}px`
  }

  return {
    close,
    resize,
    notify: options.notify,
    dismiss: options.dismiss,
    scrollIntoView: options.scrollIntoView,
    loaded: () => loading,

    show(html, { width, height, title, themeColors, visible }) {
      close()
      themed = themeColors
      const theme = themeColors ? { name: options.theme(), css: options.themeCss } : undefined
      byId('plugin-title').textContent = title
      frame = element('iframe', { title, srcdoc: pluginPage({ html, csp: options.csp, theme }) })
      frame.setAttribute('sandbox', SANDBOX)
      resize(width, height)
      loading = new Promise((resolve) => {
        stopWaiting = resolve
        frame?.addEventListener('load', () => resolve())
      })
      addEventListener('message', listen)
      panel.append(frame)
      panel.hidden = !visible
      return loading
    },

    post(message) {
      frame?.contentWindow?.postMessage({ pluginMessage: message, pluginId: options.pluginId }, '*', buffersIn(message))
    },

    setVisible(visible) {
      panel.hidden = !visible
    },

    openExternal(url) {
      if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener')
    },

    recolor() {
      if (themed) frame?.contentWindow?.postMessage(themeMessage(options.theme()), '*')
    },
  }
}

/** Figma's own list is not documented. Never `allow-same-origin`: the frame's origin has to be null. */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads'
