import type { Undoable } from '../state/prompt-list.ts'
import { T } from '../texts.ts'
import { countOf, forCount, numberText } from './numbers.ts'

/** What a prompt of several is called until it gets a name. */
export const promptNumber = (number: number) => `Prompt ${number}`

export const promptsCount = (all: number, ticked: number) =>
  ticked < all ? `${ticked} of ${countOf(all, 'prompt')} for each layer` : `${countOf(all, 'prompt')} for each layer`

/** What a screen reader says of the boxes of one of several. */
export const nameOfPrompt = (position: number) => `Name of prompt ${position}`

export const promptOf = (name: string) => `${T.prompt} “${name}”`

export const undoableText = (what: Undoable) =>
  what.did === 'removed'
    ? `“${what.name}” was removed.`
    : [
        what.prompts > 0 && `${countOf(what.prompts, 'prompt')} came in`,
        what.cells > 0 &&
          forCount(
            what.cells,
            '1 layer got words of its own',
            `${numberText(what.cells)} layers got words of their own`,
          ),
      ]
        .filter(Boolean)
        .join('; ')
        .replace(/$/, '.')
