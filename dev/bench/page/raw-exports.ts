/** ms that Figma takes to draw every selected layer at 1×, one after the other, asked by a plugin that does nothing else. */
export async function timeRawExports(): Promise<number> {
  const said = window.playground.said().length
  await window.playground.usePlugin({ manifest: MANIFEST, code: CODE, html: '' })
  for (;;) {
    const [word] = window.playground.said().slice(said)
    if (word !== undefined) return Number(word)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const MANIFEST = { name: 'Raw exports', id: 'raw-exports', api: '1.0.0', main: 'code.js', editorType: ['figma'] }

const CODE = `(async () => {
  const { selection } = figma.currentPage
  const startedAt = Date.now()
  for (const layer of selection) await layer.exportAsync({ format: 'PNG' })
  figma.notify(String(Date.now() - startedAt))
})()`
