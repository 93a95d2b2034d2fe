import type { ImagePaint, Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { AppError } from '../shared/errors.ts'
import { hashIn, hashOf, isVisible, keysOf } from './paint-key.ts'

type Paints = readonly Paint[]

/** A stack after a placement, and the keys of the paints that the placement hid. */
export interface Stacked {
  paints: Paint[]
  hid: string[]
}

/** What the results in a stack hid when they were placed, by image hash. */
export type Results = ReadonlyMap<string, { readonly hid: readonly string[] }>

/**
 * The paints of a layer. Throws `layer` where it has not one stack but several: text whose parts are filled
 * differently reads as the symbol `figma.mixed`.
 */
export function paintsIn(fills: Paints | symbol, layer: string): Paints {
  if (typeof fills !== 'symbol') return fills
  throw new AppError('layer', `“${layer}” has different fills on parts of its text.`)
}

/**
 * The result of an edit of one image, directly above the paint it came from and the earlier results of that paint,
 * with every field of the source. Those are hidden, and what a source that is a result itself had hidden; all other
 * paints stay as they are. Product: “The fill stack”.
 *
 * `shrink` is the source's width over the result's, in px: a tile keeps its shown size.
 * Answers `undefined` if the stack no longer holds an image with that hash.
 */
export function withImageEdit(
  paints: Paints,
  edit: { source: string; result: string; shrink: number; results: Results },
): Stacked | undefined {
  const { source, result, shrink, results } = edit
  const from = sourceIn(paints, source, results)
  const paint = paints[from]
  if (paint?.type !== 'IMAGE') return undefined
  if (source === result) return { paints: [...paints], hid: [] }

  let above = from + 1
  while (above < paints.length && isResultPaint(paints[above]!, results)) above++
  const keys = keysOf(paints)
  const hidden = hiddenBy(results, [source])
  const hides = (index: number) => (index >= from && index < above) || hidden.has(keys[index]!)
  const edited: ImagePaint = { ...paint, imageHash: result, visible: true, ...rescaled(paint, shrink) }
  return inserted(paints, { at: above, paint: edited, hides })
}

/**
 * Where the source is. One image may lie in a stack several times: it is the topmost that shows, or that showed until
 * a result of it was put above; else the topmost.
 */
function sourceIn(paints: Paints, source: string, results: Results): number {
  const places = paints.flatMap((paint, index) => (hashOf(paint) === source ? [index] : []))
  const edited = (index: number) => index + 1 < paints.length && isResultPaint(paints[index + 1]!, results)
  return places.filter((index) => isVisible(paints[index]!) || edited(index)).pop() ?? places.pop() ?? -1
}

/**
 * The result of an edit of the layer's appearance: on top, filling, with opacity 1 and a normal blend, because all
 * that is baked into the picture. Every paint that shows is hidden.
 */
export function withAppearanceEdit(paints: Paints, result: string): Stacked {
  const paint: ImagePaint = {
    type: 'IMAGE',
    scaleMode: 'FILL',
    imageHash: result,
    visible: true,
    opacity: 1,
    blendMode: 'NORMAL',
  }
  return inserted(paints, { at: paints.length, paint, hides: () => true })
}

/** The stack with nothing to show. */
export function withNothing(paints: Paints): Stacked {
  const hid = keysOf(paints).filter((_, index) => isVisible(paints[index]!))
  return { paints: paints.map((paint) => (isVisible(paint) ? { ...paint, visible: false } : paint)), hid }
}

/** The hashes of the results that the stack shows. */
export const resultsShownIn = (paints: Paints, results: Results): string[] =>
  paints.flatMap((paint) => (isVisible(paint) && isResultPaint(paint, results) ? (hashOf(paint) ?? []) : []))

/**
 * The stack as it was before the results in `shown`: all results hidden, and what those had hidden visible again,
 * through results of results down to what was there first.
 */
export function withOriginal(paints: Paints, results: Results, shown: Iterable<string>): Paint[] {
  const keys = keysOf(paints)
  const hidden = hiddenBy(results, shown)
  return paints.map((paint, index) => {
    if (isResultPaint(paint, results)) return { ...paint, visible: false }
    return hidden.has(keys[index]!) ? { ...paint, visible: true } : paint
  })
}

/** The keys of all that these results hid, and that the results among that hid in their turn. */
function hiddenBy(results: Results, hashes: Iterable<string>): Set<string> {
  const hidden = new Set<string>()
  const line = [...hashes]
  for (let hash = line.pop(); hash !== undefined; hash = line.pop()) {
    for (const key of results.get(hash)?.hid ?? []) {
      if (hidden.has(key)) continue
      hidden.add(key)
      const under = hashIn(key)
      if (under) line.push(under)
    }
  }
  return hidden
}

function isResultPaint(paint: Paint, results: Results): boolean {
  const hash = hashOf(paint)
  return hash !== undefined && results.has(hash)
}

/** The same result placed twice is one paint: the one that is there shows again, where it is. */
function inserted(
  paints: Paints,
  { at, paint, hides }: { at: number; paint: ImagePaint; hides: (index: number) => boolean },
): Stacked {
  const keys = keysOf(paints)
  const there = paints.findIndex((other, index) => hides(index) && hashOf(other) === paint.imageHash)
  const hidden = paints.map((other, index) => hides(index) && index !== there && isVisible(other))
  const after: Paint[] = paints.map((other, index) => (hidden[index] ? { ...other, visible: false } : other))
  if (there < 0) after.splice(at, 0, paint)
  else after[there] = { ...paints[there]!, visible: true }
  return { paints: after, hid: keys.filter((_, index) => hidden[index]) }
}

/** Figma: a tile is shown at its picture's size times `scalingFactor`. */
const rescaled = ({ scaleMode, scalingFactor }: ImagePaint, shrink: number): Partial<ImagePaint> =>
  scaleMode === 'TILE' ? { scalingFactor: (scalingFactor ?? 1) * shrink } : {}
