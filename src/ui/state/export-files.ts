import type { Signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { AppError, stopped, toAppError } from '../../shared/errors.ts'
import type { Picture, PictureType, Size } from '../../shared/picture.ts'
import type { Commands, Events, ExportedFile } from '../../shared/protocol.ts'
import type { PlannedFile } from '../exports/plan.ts'
import type { Upscaled } from './export-upscale.ts'

export interface ExportRow {
  file: PlannedFile
  state: Signal<ExportState>
}

export type ExportState =
  | { at: 'waiting' | 'drawing' | 'stopped' }
  /** `size`: px, where it is made of these. `missed`: layers in it that show their own image, where a larger one was made. */
  | { at: 'done'; bytes: number; size: Size | undefined; missed: number }
  | { at: 'failed'; error: AppError }

export interface ExportFilesServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  convert(picture: Picture, wanted: NonNullable<PlannedFile['convert']> & { signal: AbortSignal }): Promise<Picture>
}

interface Drawing extends ExportFilesServices {
  /** What was made larger to be shown in the files alone. */
  upscaled: Upscaled | undefined
  /** The files that are done; one more for each that is. */
  drawn: Map<ExportRow, Blob>
  /** Aborting gives up the files that are not done, at once. */
  signal: AbortSignal
}

/**
 * The files that are done, in their order: those that are not yet are drawn one after the other. Figma draws the next one
 * while one is converted and taken, so there are never more than two of them in memory. One that fails does not end the rest.
 */
export async function* exportFiles(rows: readonly ExportRow[], { code, convert, upscaled, drawn, signal }: Drawing) {
  const larger = upscaled?.larger.length ? upscaled.larger : undefined

  async function draw({ layer: { id }, as, shows }: PlannedFile): Promise<ExportedFile> {
    const wanted = { id, as, shows, larger }
    const answer = await code.call('exportFile', wanted, { signal })
    if (!('needs' in answer)) return answer
    // What cannot be lent, or not all at once, is left out: a file with some images as they are is better than none.
    await untilStopped(upscaled!.lend(answer.needs), signal)
    const second = await code.call('exportFile', { ...wanted, anyway: true }, { signal })
    if ('needs' in second) throw new Error('A file was not drawn that was to be drawn anyway.')
    return second
  }

  /** Never rejects: it is waited for when its turn comes. */
  async function ask(row: ExportRow | undefined): Promise<ExportedFile | AppError> {
    if (!row || signal.aborted) return stopped()
    row.state.value = { at: 'drawing' }
    return draw(row.file).catch(toAppError)
  }

  async function finish(row: ExportRow, answer: ExportedFile | AppError) {
    const { file, state } = row
    try {
      if (answer instanceof AppError) throw answer
      const picture = file.convert && (await convert(pictureIn(answer), { ...file.convert, signal }))
      const { bytes, type } = picture ?? answer
      drawn.set(row, new Blob([bytes], { type }))
      state.value = { at: 'done', bytes: bytes.length, size: picture ?? answer.size, missed: answer.missed ?? 0 }
    } catch (thrown) {
      state.value = signal.aborted ? { at: 'stopped' } : { at: 'failed', error: toAppError(thrown) }
    }
  }

  const due = rows.filter((row) => !drawn.has(row)).values()
  let coming = ask(due.next().value)
  for (const row of rows) {
    if (!drawn.has(row)) {
      const answer = await coming
      coming = ask(due.next().value)
      await finish(row, answer)
    }
    const blob = drawn.get(row)
    if (blob) yield { path: row.file.path, blob }
  }
}

function pictureIn({ bytes, type, size }: ExportedFile): Picture {
  if (!size) throw new Error('A file without a size was to be converted.')
  return { bytes, type: type as PictureType, ...size }
}

const untilStopped = <Value>(work: Promise<Value>, signal: AbortSignal) =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
  ])
