// Answers the quick-actions bar, and comes back as a button on the layers that it has sized.
figma.parameters.on('input', ({ query, key, parameters, result }) => {
  if (key === 'layer') {
    const layers = figma.currentPage.findAll((layer) => layer.name.toLowerCase().includes(query.toLowerCase()))
    if (layers.length === 0) result.setError('No layer has this name')
    else result.setSuggestions(layers.map((layer) => ({ name: layer.name, data: layer.id })))
  }
  if (key === 'width') result.setSuggestions(query === '' ? ['100', '200'] : [query])
  if (key === 'height')
    result.setSuggestions([`${Number(parameters.width) / 2}`].filter((text) => text.startsWith(query)))
})

async function resize({ layer: id, width, height }) {
  const layer = await figma.getNodeByIdAsync(id)
  layer.resize(Number(width), height === undefined ? layer.height : Number(height))
  layer.setRelaunchData({ double: 'Twice as large' })
  figma.closePlugin(`${layer.name} is ${layer.width} × ${layer.height}`)
}

function double() {
  for (const layer of figma.currentPage.selection) layer.resize(layer.width * 2, layer.height * 2)
  figma.closePlugin('Doubled')
}

figma.on('run', ({ command, parameters }) => {
  if (command === 'double') double()
  else resize(parameters)
})
