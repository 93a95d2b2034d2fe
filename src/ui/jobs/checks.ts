import type { Connection } from '../../shared/channel.ts'
import { fromWire, type WireFault } from '../../shared/errors.ts'
import type { Commands, Events, ImageOn } from '../../shared/protocol.ts'

/**
 * Asks whether a layer still holds an image; rejects with `layer` where it does not. What is asked in one moment goes to the
 * sandbox in one message: the first requests of a run then leave together, and not one answer after the other.
 */
export function createChecks(code: Pick<Connection<Commands, Events>, 'call'>) {
  let images: ImageOn[] = []
  let faults: Promise<(WireFault | null)[]> | undefined

  async function ask(): Promise<(WireFault | null)[]> {
    // Until all that are begun in this moment have said what they want to know.
    await undefined
    const asked = images
    images = []
    faults = undefined
    return code.call('checkImages', { images: asked })
  }

  return async (image: ImageOn): Promise<void> => {
    const index = images.push(image) - 1
    faults ??= ask()
    const fault = (await faults)[index]
    if (fault) throw fromWire(fault)
  }
}
