import { type ReadonlySignal, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Preset } from '../presets/preset.ts'
import { fromStored, toStored } from '../presets/stored-preset.ts'
import { T } from '../texts.ts'

export interface PresetStoreServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  newId(): string
}

export interface OwnPreset {
  id: string
  preset: Preset
}

export type PresetStore = ReturnType<typeof createPresetStore>

/**
 * The designer's own presets, each stored by itself: one that cannot be read or kept does not touch the others, nor does
 * another window.
 */
export function createPresetStore({ code, newId }: PresetStoreServices) {
  const own = signal<readonly OwnPreset[]>([])

  const show = (presets: readonly OwnPreset[]) => {
    own.value = [...presets].sort((one, other) => ORDER.compare(one.preset.name, other.preset.name))
  }
  const others = (id: string) => own.peek().filter((one) => one.id !== id)

  /** Writes it, over the one of that id. Throws `storage` where there is no room; then all that was stored stands. */
  async function write(id: string, preset: Preset) {
    if (!hasRoom([...others(id), { id, preset }])) throw new AppError('storage', T.presetsFull)
    try {
      await code.call('savePreset', { id, preset: toStored(preset) })
    } catch (thrown) {
      throw new AppError('storage', T.presetNotKept, thrown)
    }
    show([...others(id), { id, preset }])
  }

  return {
    own: own as ReadonlySignal<readonly OwnPreset[]>,
    async load() {
      try {
        const presets = await code.call('readPresets', {})
        show(
          Object.entries(presets).flatMap(([id, stored]) => {
            const preset = fromStored(stored)
            return preset ? { id, preset } : []
          }),
        )
      } catch {
        // The panel works without them, and what is stored stays.
      }
    },
    add: (preset: Preset) => write(newId(), preset),
    write,
    /** Throws `settings` where it stays. */
    async remove(id: string) {
      try {
        await code.call('savePreset', { id, preset: undefined })
      } catch (thrown) {
        throw new AppError('settings', T.presetNotRemoved, thrown)
      }
      show(others(id))
    },
  }
}

function hasRoom(presets: readonly OwnPreset[]) {
  return presets.length <= MOST && new TextEncoder().encode(JSON.stringify(presets)).length <= ROOM
}

const ORDER = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const MOST = 200
/** Bytes in all: requests that are paid for are written down in the same 5 MB. */
const ROOM = 2_500_000
