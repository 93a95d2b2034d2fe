import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import { soon } from '../later.ts'
import { ABSENT, KIND, MIXED, Remote } from '../sandbox/remote.ts'
import type { UiWindow } from '../ui-window.ts'
import { fromBase64, toBase64 } from '../values/base64.ts'
import { validated } from '../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from './absent.ts'
import { asFigma } from './as-figma.ts'
import type { ClientStorageFace } from './client-storage.ts'
import { createLayer } from './create-layer.ts'
import { FIGMA_ABSENT, notDynamic } from './figma-absent.ts'
import type { FigmaEvents } from './figma-events.ts'
import { ImageFace } from './image-face.ts'
import { PageFace } from './nodes/page-face.ts'
import { notify } from './notification.ts'
import type { Session } from './session.ts'
import { OPEN, type UiFace } from './ui-face.ts'
import { ViewportFace } from './viewport-face.ts'

/** What `figma` needs besides the session. */
export interface FigmaParts {
  session: Session
  window: UiWindow
  command: string
  ui: UiFace
  clientStorage: ClientStorageFace
  events: FigmaEvents
  close(): void
}

/**
 * The global `figma`. It is long because a class has its members in one place; each of them only checks what it is given
 * and hands it on.
 */
export class FigmaFace extends Remote implements Pick<F.PluginAPI, Simulated> {
  readonly #parts: FigmaParts
  readonly #viewport: ViewportFace
  readonly #images = new Map<string, ImageFace>()

  constructor(parts: FigmaParts) {
    super()
    this.#parts = parts
    this.#viewport = new ViewportFace(parts.window)
  }

  get [KIND]() {
    return 'PluginAPI'
  }
  override get [ABSENT]() {
    return wordsOf(FIGMA_ABSENT)
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
  get mixed(): F.PluginAPI['mixed'] {
    return MIXED as never
  }
  get ui(): F.UIAPI {
    return asFigma(this.#parts.ui)
  }
  get viewport(): F.ViewportAPI {
    return asFigma(this.#viewport)
  }
  get clientStorage(): F.ClientStorageAPI {
    return this.#parts.clientStorage
  }

  showUI(html: unknown, options?: unknown): void {
    this.#parts.ui[OPEN](html, options)
  }

  closePlugin(message?: unknown): void {
    const text = validated(z.string().optional(), message, 'message')
    this.#parts.close()
    if (text !== undefined) notify(this.#parts.window, text, undefined)
  }

  notify(message: unknown, options?: unknown): F.NotificationHandler {
    return notify(this.#parts.window, message, options)
  }

  openExternal(url: unknown): void {
    this.#parts.window.openExternal?.(validated(z.url({ protocol: /^https?$/ }), url, 'url'))
  }

  commitUndo(): void {
    this.#document.history.commit()
  }

  triggerUndo(): void {
    this.#document.history.undo()
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

  get root(): F.DocumentNode {
    return this.#node('0:0')
  }

  get currentPage(): F.PageNode {
    return this.#node(this.#document.pageId)
  }
  set currentPage(_page: unknown) {
    notDynamic('setCurrentPageAsync')
  }

  async setCurrentPageAsync(page: unknown): Promise<void> {
    if (!(page instanceof PageFace)) throw new FigmaError('Expected "page" to have type PageNode')
    await page.loadAsync()
    this.#document.showPage(page.id)
  }

  async loadAllPagesAsync(): Promise<void> {
    await soon()
    const { document, loadedPages } = this.#parts.session
    for (const id of document.tree.get('0:0').childIds) loadedPages.add(id)
  }

  async getNodeByIdAsync(id: unknown): Promise<F.BaseNode | null> {
    const wanted = validated(z.string(), id, 'id')
    await soon()
    return this.#document.tree.find(wanted) ? this.#node(wanted) : null
  }

  getNodeById(_id: unknown): never {
    return notDynamic('getNodeByIdAsync')
  }
  getStyleById(_id: unknown): never {
    return notDynamic('getStyleByIdAsync')
  }
  getLocalPaintStyles(): never {
    return notDynamic('getLocalPaintStylesAsync')
  }
  getLocalTextStyles(): never {
    return notDynamic('getLocalTextStylesAsync')
  }
  getLocalEffectStyles(): never {
    return notDynamic('getLocalEffectStylesAsync')
  }
  getLocalGridStyles(): never {
    return notDynamic('getLocalGridStylesAsync')
  }

  createRectangle(): F.RectangleNode {
    return this.#node(createLayer(this.#document, 'RECTANGLE'))
  }

  createEllipse(): F.EllipseNode {
    return this.#node(createLayer(this.#document, 'ELLIPSE'))
  }

  createFrame(): F.FrameNode {
    return this.#node(createLayer(this.#document, 'FRAME'))
  }

  createImage(bytes: unknown): F.Image {
    if (!(bytes instanceof Uint8Array)) throw new FigmaError('Expected "data" to have type Uint8Array')
    return this.#image(this.#document.images.add(bytes).hash)
  }

  getImageByHash(hash: unknown): F.Image | null {
    const wanted = validated(z.string(), hash, 'hash')
    return this.#document.images.get(wanted) ? this.#image(wanted) : null
  }

  base64Encode(bytes: unknown): string {
    if (!(bytes instanceof Uint8Array)) throw new FigmaError('Expected "data" to have type Uint8Array')
    return toBase64(bytes)
  }

  base64Decode(text: unknown): Uint8Array {
    return fromBase64(validated(z.string(), text, 'data'))
  }

  get #document() {
    return this.#parts.session.document
  }

  #node<T>(id: string): T {
    return asFigma(this.#parts.session.faceOf(id))
  }

  #image(hash: string): ImageFace {
    const face = this.#images.get(hash) ?? new ImageFace(this.#document.images, hash)
    this.#images.set(hash, face)
    return face
  }
}

type Simulated = Extract<keyof FigmaFace, keyof F.PluginAPI>
export type FigmaMembers = Holds<Exactly<F.PluginAPI, FigmaFace, typeof FIGMA_ABSENT>>
