import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/**
 * What Figma's own window around a plugin's UI does: a page, a test or a console provides it. Where a page says nothing of
 * what it shows, the simulation keeps a view and a place of its own.
 */
export interface UiWindow {
  /** Replaces what is shown. Messages wait until the returned promise settles: resolve it when the frame has loaded. */
  show(html: string, options: ShowOptions): void | Promise<void>
  /** Hand it over as `event.data.pluginMessage`. It is a copy; its buffers may be transferred. */
  post(message: unknown): void
  close(): void
  /** px */
  resize(width: number, height: number): void
  setVisible?(visible: boolean): void
  /** Moves the window so that its top left lies at a point of the page, as far as it stays in view (T:365). */
  reposition?(x: number, y: number): void
  /** Where its top left is, in px of the screen and of the page. */
  position?(): WindowPosition
  /** Returns the way to take it back. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a window that cannot take back may return nothing.
  notify(message: string, options: NotifyOptions): void | (() => void)
  openExternal?(url: string): void
  /** What of the page is seen. */
  view?(): View
  /** Shows another part of the page. */
  look?(to: { center: F.Vector; zoom: number }): void
  /** The plugin asked to bring these layers into view. */
  scrollIntoView?(ids: readonly string[]): void
}

export interface ShowOptions {
  /** px, at least 70 */
  width: number
  /** px */
  height: number
  title: string
  themeColors: boolean
  visible: boolean
  /** Of its top left, in px of the page. */
  position?: F.Vector
}

export interface WindowPosition {
  windowSpace: F.Vector
  canvasSpace: F.Vector
}

export interface View {
  /** The point of the page in the middle of the screen. */
  center: F.Vector
  /** px of the screen per px of the page */
  zoom: number
  /** px of the screen */
  width: number
  height: number
}

export interface NotifyOptions {
  error: boolean
  /** ms, or Infinity */
  timeout: number
  /** `press` returns whether the notification goes. */
  button?: { text: string; press(): boolean }
  /** To be told when it goes, and why; not after it was taken back. */
  dequeued(reason: F.NotifyDequeueReason): void
}
