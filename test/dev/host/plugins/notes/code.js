figma.showUI(__uiFiles__.list, { width: 260, height: 200, themeColors: true, position: { x: 0, y: 0 } })

async function tell() {
  const notes = (await figma.clientStorage.getAsync('notes')) || []
  figma.ui.postMessage({ notes, keys: await figma.clientStorage.keysAsync() })
}

async function keep(text) {
  const notes = (await figma.clientStorage.getAsync('notes')) || []
  await figma.clientStorage.setAsync('notes', [...notes, text])
  const page = figma.currentPage
  page.setSharedPluginData('notes', 'last', text)
  figma.notify(`Kept “${text}”`, {
    timeout: 60000,
    button: {
      text: 'Take back',
      action: () => {
        void takeBack(notes)
      },
    },
    onDequeue: (reason) => figma.ui.postMessage({ dequeued: reason }),
  })
  await tell()
}

async function takeBack(notes) {
  await figma.clientStorage.setAsync('notes', notes)
  await tell()
}

figma.ui.onmessage = async (message, { origin }) => {
  if (message.keep) await keep(message.keep)
  if (message.ask) figma.ui.postMessage({ origin, page: figma.currentPage.name })
  if (message.help) figma.showUI(__uiFiles__.help)
  if (message.save) await figma.saveVersionHistoryAsync(message.save, 'by Notes')
  if (message.fetch) {
    await fetch(message.fetch).then(
      () => figma.ui.postMessage({ fetched: true }),
      (error) => figma.ui.postMessage({ fetched: String(error) }),
    )
  }
}

figma.on('drop', (event) => {
  figma.ui.postMessage({
    dropped: [event.node.type, Math.round(event.x), event.items[0].data, event.dropMetadata.kind],
  })
  return false
})

tell()
