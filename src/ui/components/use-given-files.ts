import { useEffect, useRef, useState } from 'preact/hooks'
import { T } from '../texts.ts'

/**
 * Takes the files that are pasted or dropped anywhere on the panel, as long as it is used; whether some are held over it.
 * `on` is what they were dropped on, or what had the focus. Text that is pasted into a box is left to the box, and so is
 * what is dragged from the panel itself.
 */
export function useGivenFiles(take: (files: readonly File[], on: EventTarget | null) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const stop = new AbortController()
    const options = { signal: stop.signal }
    // Chromium calls an image of the page a file, too.
    let isOwn = false
    const setOwn = (now: boolean) => () => {
      isOwn = now
    }
    const holdsFiles = ({ dataTransfer }: DragEvent) => !isOwn && (dataTransfer?.types.includes('Files') ?? false)
    document.addEventListener('pointerdown', setOwn(false), options)
    document.addEventListener('dragstart', setOwn(true), options)
    document.addEventListener('dragend', setOwn(false), options)
    document.addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setIsOver(true)
      },
      options,
    )
    document.addEventListener('dragleave', ({ relatedTarget }) => !relatedTarget && setIsOver(false), options)
    document.addEventListener(
      'drop',
      (event) => {
        setIsOver(false)
        if (!holdsFiles(event)) return
        // Or the frame shows the file in place of the panel.
        event.preventDefault()
        latest.current([...(event.dataTransfer?.files ?? [])], event.target)
      },
      options,
    )
    document.addEventListener(
      'paste',
      (event) => {
        const { target, clipboardData } = event
        const files = [...(clipboardData?.files ?? [])]
        const isBox = target instanceof Element && target.matches('input, textarea')
        if (files.length === 0 || (isBox && clipboardData?.getData('text/plain'))) return
        event.preventDefault()
        latest.current(files.map(named), target)
      },
      options,
    )
    return () => stop.abort()
  }, [])
  return isOver
}

/** Browsers call every picture from the clipboard the same. */
const named = (file: File) => (file.name === 'image.png' ? new File([file], T.pasted, { type: file.type }) : file)
