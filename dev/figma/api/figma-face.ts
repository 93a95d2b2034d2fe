import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import { soon } from '../later.ts'
import { ABSENT, MIXED } from '../sandbox/remote.ts'
import { hasMissingFont } from '../text/fit-texts.ts'
import { listFonts } from '../text/fonts.ts'
import { fromBase64, toBase64 } from '../values/base64.ts'
import { validated } from '../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from './absent.ts'
import { asFigma } from './as-figma.ts'
import * as components from './components.ts'
import { createPage } from './create-page.ts'
import { createText } from './create-text.ts'
import { FIGMA_ABSENT, notDynamic } from './figma-absent.ts'
import { FigmaShapes } from './figma-shapes.ts'
import type { FigmaParts } from './figma-shell.ts'
import { ImageFace } from './image-face.ts'
import { PageFace } from './nodes/page-face.ts'
import { isReachable } from './nodes/reachable.ts'

/**
 * The global `figma`. It is long because a class has its members in one place; each of them only checks what it is given
 * and hands it on.
 */
export class FigmaFace extends FigmaShapes implements Pick<F.PluginAPI, Simulated> {
  readonly #parts: FigmaParts
  readonly #images = new Map<string, ImageFace>()

  constructor(parts: FigmaParts) {
    super(parts)
    this.#parts = parts
  }

  override get [ABSENT]() {
    return wordsOf(FIGMA_ABSENT)
  }

  get mixed(): F.PluginAPI['mixed'] {
    return MIXED as never
  }

  commitUndo(): void {
    this.#document.history.commit()
  }

  triggerUndo(): void {
    this.#document.history.undo()
  }

  get root(): F.DocumentNode {
    return this.#node('0:0')
  }

  get currentPage(): F.PageNode {
    return this.#node(this.#document.pageId)
  }
  set currentPage(page: unknown) {
    this.#assertLegacy('setCurrentPageAsync')
    this.#document.showPage(pageFrom(page).id)
  }

  async setCurrentPageAsync(page: unknown): Promise<void> {
    const face = pageFrom(page)
    await face.loadAsync()
    this.#document.showPage(face.id)
  }

  async loadAllPagesAsync(): Promise<void> {
    await soon()
    this.#parts.session.loadedPages.addAll()
  }

  async getNodeByIdAsync(id: unknown): Promise<F.BaseNode | null> {
    const wanted = validated(z.string(), id, 'id')
    await soon()
    return isReachable(this.#parts.session, wanted) ? this.#node(wanted) : null
  }

  getNodeById(id: unknown): F.BaseNode | null {
    this.#assertLegacy('getNodeByIdAsync')
    const wanted = validated(z.string(), id, 'id')
    return isReachable(this.#parts.session, wanted) ? this.#node(wanted) : null
  }

  createText(): F.TextNode {
    return this.#node(createText(this.#document))
  }

  createComponent(): F.ComponentNode {
    return this.#node(components.createComponent(this.#parts.session))
  }

  createComponentFromNode(node: unknown): F.ComponentNode {
    return this.#node(components.createComponentFromNode(this.#parts.session, node))
  }

  combineAsVariants(nodes: unknown, parent: unknown, index?: unknown): F.ComponentSetNode {
    return this.#node(components.combineAsVariants(this.#parts.session, nodes, parent, index))
  }

  async importComponentByKeyAsync(key: unknown): Promise<F.ComponentNode> {
    return this.#node(await components.importByKey(this.#parts.session, key, 'COMPONENT'))
  }

  async importComponentSetByKeyAsync(key: unknown): Promise<F.ComponentSetNode> {
    return this.#node(await components.importByKey(this.#parts.session, key, 'COMPONENT_SET'))
  }

  createPage(): F.PageNode {
    return this.#node(createPage(this.#parts.session))
  }

  async listAvailableFontsAsync(): Promise<F.Font[]> {
    await soon()
    return listFonts()
  }

  async loadFontAsync(fontName: unknown): Promise<void> {
    await this.#parts.session.loadedFonts.load(fontName)
  }

  get hasMissingFont(): boolean {
    return [...this.#document.tree.all()].some(hasMissingFont)
  }

  createImage(bytes: unknown): F.Image {
    if (!(bytes instanceof Uint8Array)) throw new FigmaError('Expected "data" to have type Uint8Array')
    return this.#image(this.#document.addImage(bytes).hash)
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

  #assertLegacy(asynchronous: string): void {
    if (this.#parts.session.dynamicPage) notDynamic(asynchronous)
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

function pageFrom(page: unknown): PageFace {
  if (!(page instanceof PageFace)) throw new FigmaError('Expected "page" to have type PageNode')
  return page
}

/** Always undefined here, which the typings say by leaving the member out. */
type Elsewhere = 'payments' | 'timer' | 'vscode' | 'widgetId'
type Simulated = Exclude<Extract<keyof FigmaFace, keyof F.PluginAPI>, Elsewhere>
export type FigmaMembers = Holds<Exactly<F.PluginAPI, FigmaFace, typeof FIGMA_ABSENT>>
