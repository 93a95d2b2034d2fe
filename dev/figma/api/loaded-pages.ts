/**
 * The pages whose content a plugin may look at. With `documentAccess: dynamic-page` those that were shown or loaded;
 * without, Figma loads the whole file before the plugin starts (developers.figma.com, manifest).
 */
export class LoadedPages {
  readonly #ids = new Set<string>()
  #all: boolean

  constructor({ all }: { all: boolean }) {
    this.#all = all
  }

  /** Whether the whole file was loaded in one go. */
  get all(): boolean {
    return this.#all
  }

  has(pageId: string): boolean {
    return this.#all || this.#ids.has(pageId)
  }

  add(pageId: string): void {
    this.#ids.add(pageId)
  }

  addAll(): void {
    this.#all = true
  }
}
