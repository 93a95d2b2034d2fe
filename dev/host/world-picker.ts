import type { WorldData } from '../figma/editor.ts'
import { EMPTY, worlds } from '../worlds/index.ts'
import { drawWorld } from './draw-world.ts'
import { byId, element } from './element.ts'
import type { Notify } from './toasts.ts'

export interface WorldPickerOptions {
  show(world: WorldData): Promise<void>
  notify: Notify
}

/** The picker of the header, and the way to open a world by its id. A world is drawn once and opened anew each time. */
export function createWorldPicker({ show, notify }: WorldPickerOptions) {
  const picker = byId<HTMLSelectElement>('world')
  const made = new Map<string, Promise<WorldData>>()
  picker.append(...worlds.map(({ id, title }) => element('option', { value: id, textContent: title })))

  async function open(world: string | WorldData) {
    await show(typeof world === 'string' ? await madeOnce(world) : world)
    picker.value = typeof world === 'string' ? world : world.id
  }

  async function madeOnce(id: string): Promise<WorldData> {
    if (id === EMPTY.id) return EMPTY
    if (!worlds.some((one) => one.id === id))
      throw new Error(`There is no world “${id}”: there are ${worlds.map((one) => one.id).join(', ')}.`)
    const world = made.get(id) ?? drawWorld(id)
    made.set(id, world)
    return world
  }

  picker.addEventListener('change', () => {
    void open(picker.value).catch((error) => notify(error.message, { error: true }))
  })

  return { open, all: () => worlds.map(({ id, title }) => ({ id, title })) }
}
