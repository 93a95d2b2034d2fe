import { toAppError } from '../../shared/errors.ts'
import type { Made } from '../../shared/protocol.ts'
import type { Codec } from '../image/codec.ts'
import type { Recipe } from '../image/recipe.ts'
import { assertAlike } from './alike.ts'
import { type Answer, toSend } from './edit-layer.ts'
import type { Finished } from './placing.ts'
import type { Job } from './plan.ts'
import type { Request } from './request.ts'
import type { RowListener } from './row-listener.ts'

interface NextServices {
  request: Request
  codec: Codec
  listener: RowListener
  /** The rows that get the picture, those that are stopped too. */
  rows(): number[]
}

/**
 * Asks an upscaler for a finished picture before that is placed, and gives what is to be placed: where this fails, the
 * picture as it was, and the rows are told why. Throws nothing.
 */
export async function askNext(
  finished: Finished,
  next: Job,
  { request, codec, listener, rows }: NextServices,
): Promise<Finished> {
  let recipe: Recipe | undefined
  let answer: Answer | undefined
  // It is paid for, and must not be lost.
  listener.finished(rows(), finished)
  try {
    const way = request.way(next, () => recipe!.framed)
    recipe = await toSend(finished.picture, next, { codec, signal: request.signal })
    await request.enter(true)
    ;[answer] = await request.ask(next, recipe, way)
    await request.come()
    const { likeness, ...picture } = await recipe.back(answer!.file)
    assertAlike(likeness)
    return { picture, made: bothMade(finished.made, answer!.made) }
  } catch (thrown) {
    request.done()
    listener.smaller(rows(), { error: toAppError(thrown), file: answer?.file })
    return finished
  }
}

/** An edit, and what was paid for it to be made larger. */
function bothMade(edit: Made, enlarged: Made): Made {
  const cost = (edit.cost ?? 0) + (enlarged.cost ?? 0)
  return { ...edit, ...(cost > 0 && { cost }), ...(enlarged.resampled && { resampled: enlarged.resampled }) }
}
