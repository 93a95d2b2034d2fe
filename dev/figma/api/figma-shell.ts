import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError, notSimulated } from '../errors.ts'
import { soon } from '../later.ts'
import { KIND, Remote } from '../sandbox/remote.ts'
import { validated } from '../values/validated.ts'
import { asFigma } from './as-figma.ts'
import type { ClientStorageFace } from './client-storage.ts'
import type { FigmaEvents } from './figma-events.ts'
import { SESSION } from './nodes/node-face.ts'
import type { Notifications } from './notification.ts'
import type { ParametersFace } from './parameters-face.ts'
import type { Session } from './session.ts'
import { OPEN, type UiFace } from './ui-face.ts'
import { UtilFace } from './util-face.ts'
import type { ViewportFace } from './viewport-face.ts'

/** What `figma` needs besides the session. */
export interface FigmaParts {
  session: Session
  command: string
  ui: UiFace
  viewport: ViewportFace
  notifications: Notifications
  parameters: ParametersFace
  clientStorage: ClientStorageFace
  events: FigmaEvents
  openExternal(url: string): void
  close(): void
}

/** The half of `figma` that is about the plugin and its window, not about the document. */
export abstract class FigmaShell extends Remote {
  readonly #parts: FigmaParts
  readonly #util = new UtilFace()

  constructor(parts: FigmaParts) {
    super()
    this.#parts = parts
  }

  get [SESSION](): Session {
    return this.#parts.session
  }

  get [KIND]() {
    return 'PluginAPI'
  }

  get apiVersion(): '1.0.0' {
    return '1.0.0'
  }
  get editorType(): 'figma' {
    return 'figma'
  }
  get mode(): 'default' {
    return 'default'
  }
  get command(): string {
    return this.#parts.command
  }
  get pluginId(): string {
    return this.#parts.session.manifest.id
  }

  /** T:79: only of private plugins whose manifest asks for it. */
  get fileKey(): undefined {
    if (this.#parts.session.manifest.enablePrivatePluginApi) throw notSimulated('PluginAPI.fileKey')
    return undefined
  }
  /** T:165: only with the permission. */
  get payments(): undefined {
    if (this.#parts.session.manifest.permissions?.includes('payments')) throw notSimulated('PluginAPI.payments')
    return undefined
  }
  /** T:73: only of widgets. */
  get widgetId(): undefined {
    return undefined
  }
  /** T:117: only in FigJam. */
  get timer(): undefined {
    return undefined
  }
  /** T:155: only in Visual Studio Code. */
  get vscode(): undefined {
    return undefined
  }

  /** T:129: only with the permission. */
  get currentUser(): F.User | null {
    const { manifest, user } = this.#parts.session
    if (!manifest.permissions?.includes('currentuser')) {
      throw new FigmaError('"currentuser" must be in the permissions of the manifest to access this property')
    }
    return user
  }

  get skipInvisibleInstanceChildren(): boolean {
    return this.#parts.session.skipsInvisible
  }
  set skipInvisibleInstanceChildren(value: unknown) {
    this.#parts.session.skipsInvisible = validated(z.boolean(), value, 'skipInvisibleInstanceChildren')
  }

  get ui(): F.UIAPI {
    return asFigma(this.#parts.ui)
  }
  get viewport(): F.ViewportAPI {
    return asFigma(this.#parts.viewport)
  }
  get clientStorage(): F.ClientStorageAPI {
    return this.#parts.clientStorage
  }
  get parameters(): F.ParametersAPI {
    return this.#parts.parameters
  }
  get util(): F.UtilAPI {
    return asFigma(this.#util)
  }

  showUI(html: unknown, options?: unknown): void {
    this.#parts.ui[OPEN](html, options)
  }

  closePlugin(message?: unknown): void {
    const text = validated(z.string().optional(), message, 'message')
    this.#parts.close()
    if (text !== undefined) this.#parts.notifications.show(text, undefined)
  }

  notify(message: unknown, options?: unknown): F.NotificationHandler {
    return this.#parts.notifications.show(message, options)
  }

  openExternal(url: unknown): void {
    this.#parts.openExternal(validated(z.url({ protocol: /^https?$/ }), url, 'url'))
  }

  /** T:299. */
  async saveVersionHistoryAsync(title: unknown, description?: unknown): Promise<F.VersionHistoryResult> {
    const name = validated(z.string(), title, 'title')
    const more = validated(z.string().optional(), description, 'description')
    if (name === '') throw new FigmaError('The title of a version must not be empty')
    await soon()
    return { id: this.#parts.session.saveVersion(name, more ?? '') }
  }

  on(type: unknown, callback: unknown): void {
    this.#parts.events.add(type, callback, { once: false })
  }

  once(type: unknown, callback: unknown): void {
    this.#parts.events.add(type, callback, { once: true })
  }

  off(type: unknown, callback: unknown): void {
    this.#parts.events.remove(type, callback)
  }
}
