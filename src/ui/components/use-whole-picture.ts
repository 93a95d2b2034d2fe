import { useEffect, useState } from 'preact/hooks'
import type { EditableRow } from '../state/selection.ts'

/** Reads a row's whole picture. */
export type WholePictures = (row: EditableRow, signal: AbortSignal) => Promise<Blob>

/** The address of a row's picture while it is wanted; undefined until it is read, and where it cannot be. */
export function useWholePicture(pictures: WholePictures, row: EditableRow, wanted: boolean): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!wanted) return
    const stop = new AbortController()
    let address: string | undefined
    pictures(row, stop.signal)
      .then((file) => {
        if (stop.signal.aborted) return
        address = URL.createObjectURL(file)
        setUrl(address)
      })
      .catch(() => {})
    return () => {
      stop.abort()
      setUrl(undefined)
      if (address) URL.revokeObjectURL(address)
    }
  }, [row.key, wanted])
  return url
}
