import { FigmaError } from '../errors.ts'
import { type GuestFunction, isGuestFunction } from '../sandbox/remote.ts'

/** The functions that the plugin gave for each kind of event. */
export class Handlers {
  readonly #heard = new Map<string, { callback: GuestFunction; once: boolean }[]>()

  add(type: string, callback: unknown, { once }: { once: boolean }): void {
    if (!isGuestFunction(callback)) throw new FigmaError('Expected "callback" to have type function')
    this.#heard.set(type, [...this.#of(type), { callback, once }])
  }

  /** Takes away one function, the last that was added. */
  remove(type: string, callback: unknown): void {
    const heard = [...this.#of(type)]
    const at = heard.findLastIndex((handler) => handler.callback === callback)
    if (at >= 0) heard.splice(at, 1)
    this.#heard.set(type, heard)
  }

  /** Calls what was there when the event happened. */
  tell(type: string, ...values: unknown[]): void {
    for (const { callback } of this.#takeOf(type)) callback.tell(...values)
  }

  /** As above; returns what each of them answered. */
  reply(type: string, ...values: unknown[]): unknown[] {
    return this.#takeOf(type).map(({ callback }) => callback.reply(...values))
  }

  #takeOf(type: string) {
    const heard = this.#of(type)
    this.#heard.set(
      type,
      heard.filter(({ once }) => !once),
    )
    return heard
  }

  #of(type: string) {
    return this.#heard.get(type) ?? []
  }
}
