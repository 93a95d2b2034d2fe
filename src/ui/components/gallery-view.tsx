import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { Size } from '../../shared/picture.ts'
import type { LayerResult } from '../../shared/protocol.ts'
import type { FullPicture } from '../state/full-picture.ts'
import { beforeAfter } from '../texts/results.ts'
import { T } from '../texts.ts'
import { Compare } from './compare.tsx'
import css from './gallery.module.css'
import type { ZoomModel } from './use-zoom.ts'
import { Zoomed } from './zoomed.tsx'

interface Props {
  /** The layer's name. */
  name: string
  result: LayerResult
  /** The result and its original in full size. */
  after: FullPicture
  before: FullPicture
  /** The result small, until it is here. */
  thumbnail: string | undefined
  zoom: ZoomModel
  isHeld: boolean
  place: RefObject<HTMLDivElement | null>
}

/** A result against its original: the whole of it with an edge between the two, or its px, which can be moved about. */
export function GalleryView({ name, after, before, thumbnail, zoom, isHeld, place }: Props) {
  const last = useRef<Size>(USUAL)
  const picture = hereIn(after)
  if (picture) last.current = picture
  // Results of one image have one shape: what is still being read is taken to have it, too, so that nothing jumps.
  const { width, height } = last.current
  const ratio = width / height
  const original = hereIn(before)
  const url = picture?.url ?? thumbnail
  const laidOver = isAlike(original, last.current) ? original : undefined
  const alone = isHeld && !laidOver ? original : undefined
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a double click does what a button does as well.
    <div
      ref={place}
      class={css.view}
      onLoadCapture={({ target }) => showAsTold(target, [picture, original])}
      onDblClick={({ target, clientX, clientY }) => {
        if (zoom.at !== 'fit') return zoom.set('fit')
        const box = target instanceof Element ? target.getBoundingClientRect() : undefined
        if (box) zoom.set(1, { x: (clientX - box.x) / box.width, y: (clientY - box.y) / box.height })
      }}
    >
      {after && 'error' in after ? (
        <p role="alert">{after.error.message}</p>
      ) : zoom.at === 'fit' ? (
        <Compare
          label={beforeAfter(name)}
          before={alone ? alone.url : laidOver?.url}
          after={alone ? undefined : url}
          ratio={alone ? alone.width / alone.height : ratio}
          from={0}
          isHeld={isHeld}
        />
      ) : (
        <Zoomed url={url} original={(laidOver ?? alone)?.url} {...{ width, height, zoom: zoom.at, isHeld }} />
      )}
    </div>
  )
}

/** What there is to say of how it can be compared; nothing while that is not known yet. */
export function compareText({ of, hid }: LayerResult, after: FullPicture, before: FullPicture): string {
  if (before && 'error' in before) return before.error.message
  if (of === undefined && hid === undefined) return T.noOriginal
  const [picture, original] = [hereIn(after), hereIn(before)]
  return picture && original && !isAlike(original, picture) ? T.otherShape : ''
}

export const hereIn = (picture: FullPicture) => (picture && 'url' in picture ? picture : undefined)

const isAlike = (one: Size | undefined, other: Size) =>
  one !== undefined && Math.abs((one.width * other.height) / (one.height * other.width) - 1) <= TOLERANCE

/** A browser turns a picture as its EXIF says; where Figma says another size, it does not, and nor does its result. */
function showAsTold(target: EventTarget | null, pictures: readonly ReturnType<typeof hereIn>[]) {
  if (!(target instanceof HTMLImageElement)) return
  const told = pictures.find((picture) => picture?.url === target.src)
  if (told && told.width !== target.naturalWidth) target.style.imageOrientation = 'none'
}

const USUAL: Size = { width: 3, height: 2 }
/** Of narrow pictures one px is as much. */
const TOLERANCE = 0.01
