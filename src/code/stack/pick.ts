import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { hashOf, resultIn } from '../paint-key.ts'
import {
  type Origin,
  type Paints,
  type Results,
  resultAt,
  rootOf,
  type Stack,
  showing,
  shownBefore,
  stackOf,
  standingFor,
  visibleIn,
} from './results.ts'

/** A stack in which a result shows, and what is now known of that result. */
export interface Picked {
  paints: Paint[]
  origin: Origin
}

/**
 * The stack with one of its results showing in place of what showed of the same source; what lies over it stays. Only
 * visibility changes. Answers `undefined` if the result is not in the stack.
 */
export function withResult(paints: Paints, hash: string, results: Results): Picked | undefined {
  const stack = stackOf(paints, results)
  const place = stack.places.get(hash)
  if (place === undefined) return undefined
  const root = rootOf(hash, results)
  return root === undefined ? withLook(stack, hash, place) : withImage(stack, hash, place, root)
}

/** A look takes the place of all that lies below it and of other looks, and of what was rendered into it. */
function withLook(stack: Stack, hash: string, place: number): Picked {
  const { keys, results } = stack
  const rendered = new Set(results.get(hash)!.hid)
  const hides = (index: number) => {
    if (index === place) return false
    if (index < place || rendered.has(keys[index]!)) return true
    const result = resultAt(stack, index)
    const root = result === undefined ? undefined : rootOf(result, results)
    return result !== undefined && (root === undefined || rendered.has(`IMAGE ${root}`))
  }
  return switched(stack, hash, place, { visible: visibleIn(stack), hides, as: 'look' })
}

/** The result of an image takes the place of that image and its other results; a look over them all is taken off. */
function withImage(stack: Stack, hash: string, place: number, root: string): Picked {
  const { keys, paints, results } = stack
  const looks = visibleIn(stack).filter((index) => index > place && isLook(stack, index))
  const uncovered = looks.flatMap((index) => shownBefore(stack, resultAt(stack, index)!))
  const visible = [...new Set([...visibleIn(stack), ...uncovered])].filter((index) => !looks.includes(index))

  const known = new Set(results.get(hash)!.hid)
  const copies = paints.filter((paint, index) => hashOf(paint) === root && resultAt(stack, index) === undefined).length
  const hides = (index: number) => {
    if (index === place) return false
    const result = resultAt(stack, index)
    if (result !== undefined) return rootOf(result, results) === root && isNear(stack, index, place, copies)
    if (known.has(keys[index]!)) return true
    return hashOf(paints[index]!) === root && isNear(stack, index, place, copies)
  }
  return switched(stack, hash, place, { visible, hides, as: 'image' })
}

/** Where one image lies in a stack several times, its results are those next above each, with nothing else between. */
function isNear({ paints, results }: Stack, index: number, place: number, copies: number): boolean {
  if (copies < 2) return true
  const from = Math.min(index, place)
  const between = paints.slice(from + 1, Math.max(index, place))
  return (
    (index < place || results.has(hashOf(paints[index]!) ?? '')) &&
    between.every((paint) => results.has(hashOf(paint) ?? ''))
  )
}

const isLook = (stack: Stack, index: number) => {
  const result = resultAt(stack, index)
  return result !== undefined && rootOf(result, stack.results) === undefined
}

function switched(
  stack: Stack,
  hash: string,
  place: number,
  { visible, hides, as }: { visible: readonly number[]; hides: (index: number) => boolean; as: 'look' | 'image' },
): Picked {
  const hidden = visible.filter(hides)
  const stands = standingFor(stack, hidden, as)
  const { of, hid: stood } = stack.results.get(hash)!
  const before = visible.includes(place) ? stood : []
  const hid = [...new Set([...before, ...stands])].filter((key) => resultIn(key) !== hash)
  return {
    paints: showing(stack.paints, [...visible.filter((index) => !hidden.includes(index)), place]),
    origin: { ...(of !== undefined && { of }), hid },
  }
}
