import type { Drop, UiWindow, View } from '../../figma/editor.ts'
import { byId, element } from '../element.ts'
import type { Notify } from '../toasts.ts'
import { dropFrom } from './plugin-drop.ts'
import { pluginPage, type Theme, themeMessage } from './plugin-page.ts'
import { buffersIn } from './transfer.ts'

export interface PluginWindowOptions {
  pluginId: string
  csp: string
  /** The text of theme.css. */
  themeCss: string
  theme(): Theme
  notify: Notify
  scrollIntoView(ids: readonly string[]): void
  view(): View
  look(to: Pick<View, 'center' | 'zoom'>): void
  documentPoint(at: { clientX: number; clientY: number }): { x: number; y: number }
  /** What the page in the frame posted to its parent. */
  receive(pluginMessage: unknown): void
  /** It posted `pluginDrop`. */
  drop(drop: Drop): void
}

export interface PluginWindow extends UiWindow {
  isOpen(): boolean
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
    if (typeof data !== 'object' || data === null) return
    if ('pluginMessage' in data) options.receive(data.pluginMessage)
    if ('pluginDrop' in data) {
      void dropFrom(data.pluginDrop, frame.getBoundingClientRect(), options.documentPoint).then(options.drop)
    }
  }

  /** Where the window lies, kept within the stage (T:365). */
  function reposition(x: number, y: number) {
    const { center, zoom, width, height } = options.view()
    panel.style.right = 'auto'
    panel.style.left = `${keptWithin((x - center.x) * zoom + width / 2, width - panel.offsetWidth)}px`
    panel.style.top = `${keptWithin((y - center.y) * zoom + height / 2, height - panel.offsetHeight)}px`
  }

  function close() {
    if (!frame) return
    removeEventListener('message', listen)
    frame.remove()
    frame = undefined
    panel.hidden = true
    stopWaiting()
  }

  /** From its top left, as far as the stage has room there; then it moves to keep its corner in view. */
  function resize(width: number, height: number) {
    if (!frame) return
    const { offsetLeft, offsetTop } = panel
    setSize(frame, width, height)
    // It lies nowhere yet.
    if (panel.hidden) return
    panel.style.right = 'auto'
    panel.style.left = `${keptWithin(offsetLeft, options.view().width - panel.offsetWidth)}px`
    panel.style.top = `${keptWithin(offsetTop, options.view().height - panel.offsetHeight)}px`
  }

  return {
    close,
    resize,
    notify: options.notify,
    scrollIntoView: options.scrollIntoView,
    view: options.view,
    look: options.look,
    reposition,
    loaded: () => loading,
    isOpen: () => frame !== undefined,

    show(html, { width, height, title, themeColors, visible, position }) {
      close()
      themed = themeColors
      const theme = themeColors ? { name: options.theme(), css: options.themeCss } : undefined
      byId('plugin-title').textContent = title
      frame = element('iframe', { title, srcdoc: pluginPage({ html, csp: options.csp, theme }) })
      frame.setAttribute('sandbox', SANDBOX)
      setSize(frame, width, height)
      loading = new Promise((resolve) => {
        stopWaiting = resolve
        frame?.addEventListener('load', () => resolve())
      })
      addEventListener('message', listen)
      panel.append(frame)
      panel.hidden = !visible
      if (position) reposition(position.x, position.y)
      return loading
    },

    position() {
      const { left, top } = panel.getBoundingClientRect()
      return { windowSpace: { x: left, y: top }, canvasSpace: options.documentPoint({ clientX: left, clientY: top }) }
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

function setSize(frame: HTMLElement, width: number, height: number) {
  frame.style.width = `${width}px`
  frame.style.height = `${height}px`
}

const keptWithin = (value: number, most: number) => Math.max(0, Math.min(most, value))

/** Figma's own list is not documented. Never `allow-same-origin`: the frame's origin has to be null. */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads'
