/** What Figma's own window around a plugin's UI does: a page, a test or a console provides it. */
export interface UiWindow {
  /** Replaces what is shown. Messages wait until the returned promise settles: resolve it when the frame has loaded. */
  show(html: string, options: ShowOptions): void | Promise<void>
  /** Hand it over as `event.data.pluginMessage`. It is a copy; its buffers may be transferred. */
  post(message: unknown): void
  close(): void
  /** px */
  resize(width: number, height: number): void
  setVisible?(visible: boolean): void
  notify(message: string, options: NotifyOptions): void
  /** The plugin takes back a notification that it gave with this text. */
  dismiss?(message: string): void
  openExternal?(url: string): void
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
}

export interface NotifyOptions {
  error: boolean
  /** ms, or Infinity */
  timeout: number
  button?: { text: string; press(): void }
}
