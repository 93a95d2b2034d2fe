import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { isSame } from '../../../document/same.ts'
import { FigmaError, notSimulated } from '../../../errors.ts'
import { soon } from '../../../later.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** ReactionMixin. Prototypes are not simulated: reactions can be dropped and kept, not made. */
export function withReactions<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithReactions extends base {
    get reactions(): ReadonlyArray<F.Reaction> {
      return recordOf(this).reactions
    }
    set reactions(_value: unknown) {
      // developers.figma.com, API errors: documentAccess dynamic-page.
      throw new FigmaError('Cannot call with documentAccess: dynamic-page. Use node.setReactionsAsync instead.')
    }

    async setReactionsAsync(value: unknown): Promise<void> {
      recordOf(this)
      const wanted = validated(z.array(z.looseObject({})), value, 'reactions')
      await soon()
      const kept = recordOf(this).reactions.filter((reaction) => wanted.some((one) => isSame(one, reaction)))
      if (kept.length !== wanted.length) throw notSimulated('making a reaction')
      change(this, { reactions: kept })
    }
  }
  return WithReactions
}
