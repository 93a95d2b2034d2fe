import { keep } from '../kept.ts'

/** A sign of life of a window that holds jobs; without a time it holds none any more. */
export const markWindow = ({ window, at }: { window: string; at: number | undefined }): Promise<void> =>
  keep(WINDOW_KEY + window, at)

/** Before the name of a window. */
export const WINDOW_KEY = 'window '
