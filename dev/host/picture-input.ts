import { byId } from './element.ts'
import type { PluginDrop } from './plugin/plugin-drop.ts'
import type { Notify } from './toasts.ts'

export interface PictureInputOptions {
  /** Adds the file's picture; the point is where it was dropped, in page px. */
  add(name: string, bytes: Uint8Array, at?: { clientX: number; clientY: number }): Promise<unknown>
  /** Shows the plugin what was dropped: what it takes is not added (T:689). */
  offer(drop: PluginDrop): Promise<boolean>
  notify: Notify
}

/** Files that are picked with the button, or dropped anywhere on the page. */
export function listenForPictures({ add, offer, notify }: PictureInputOptions) {
  const stage = byId('stage')
  const input = byId<HTMLInputElement>('file')

  async function addAll(files: Iterable<File>, at?: { clientX: number; clientY: number }) {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      await add(file.name, bytes, at).catch((error) => notify(error.message, { error: true }))
    }
  }

  byId('add').addEventListener('click', () => input.click())
  input.addEventListener('change', async () => {
    await addAll([...(input.files ?? [])])
    input.value = ''
  })
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    stage.classList.add('dropping')
  })
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) stage.classList.remove('dropping')
  })
  addEventListener('drop', (event) => {
    stage.classList.remove('dropping')
    if (!event.dataTransfer?.files.length) return
    event.preventDefault()
    const files = [...event.dataTransfer.files]
    const { clientX, clientY } = event
    void offer({ clientX, clientY, files }).then((isTaken) =>
      isTaken ? undefined : addAll(files, { clientX, clientY }),
    )
  })
}
