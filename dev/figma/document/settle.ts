import { fitTexts } from '../text/fit-texts.ts'
import { regroup } from './groups.ts'
import { propagate } from './instances/propagate.ts'
import { layOut } from './layout/lay-out.ts'
import type { Tree } from './tree.ts'
import { resolveBindings } from './variables/resolve-bindings.ts'

/**
 * What follows from a change: instances follow their components, bound fields their variables, texts fit their letters,
 * groups fit around their layers, auto layout lays out. It runs after every call of the API and every action of a
 * designer, so that what is read next is already right.
 */
export function settle(tree: Tree): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const touched = tree.takeTouched()
    if (touched.size === 0) return
    propagate(tree, touched)
    resolveBindings(tree, touched)
    fitTexts(tree, touched)
    regroup(tree, touched)
    layOut(tree, touched)
  }
  throw new Error('dev/figma: the layout does not come to rest')
}

const MOST_ROUNDS = 100
