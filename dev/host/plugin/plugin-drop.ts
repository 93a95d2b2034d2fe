import type { Drop } from '../../figma/editor.ts'

/** What a person drops, or a plugin's page posts as `pluginDrop` (developers.figma.com, triggering drop events from the UI). */
export interface PluginDrop {
  /** CSS px in the page's own window */
  clientX: number
  clientY: number
  items?: Drop['items']
  files?: File[]
  dropMetadata?: unknown
}

/** `frame` is where the page lies in ours; `place` turns CSS px of our page into a point of the document. */
export async function dropFrom(
  { clientX, clientY, items, files = [], dropMetadata }: PluginDrop,
  frame: { left: number; top: number },
  place: (point: { clientX: number; clientY: number }) => { x: number; y: number },
): Promise<Drop> {
  const read = async (file: File) => ({
    name: file.name,
    type: file.type,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  return {
    ...place({ clientX: frame.left + clientX, clientY: frame.top + clientY }),
    ...(items && { items }),
    files: await Promise.all(files.map(read)),
    ...(dropMetadata !== undefined && { dropMetadata }),
  }
}
