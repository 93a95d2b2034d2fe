// An older plugin without documentAccess: it looks things up at once, and has no UI.
function row() {
  const frame = figma.createFrame()
  frame.name = `Row by ${figma.currentUser.name}`
  frame.resize(340, 120)
  frame.fills = [figma.util.solidPaint('#FFF8E1')]
  const shapes = [figma.createRectangle(), figma.createEllipse(), figma.createRectangle()]
  shapes.forEach((shape, index) => {
    shape.name = `Shape ${index + 1}`
    shape.x = 10 + index * 110
    shape.y = 10
    shape.fills = [figma.util.solidPaint(`hsl(${index * 120} 70% 50%)`)]
    frame.appendChild(shape)
  })
  shapes[2].cornerRadius = 24
  figma.currentPage.selection = [frame]
  figma.viewport.scrollAndZoomIntoView([frame])
  const again = figma.getNodeById(frame.id)
  figma.closePlugin(`${again.name}: ${again.children.length} shapes on ${figma.root.children.length} page`)
}

function remove() {
  const layers = figma.currentPage.selection
  for (const layer of layers) layer.remove()
  figma.closePlugin(`Removed ${layers.length}`)
}

if (figma.command === 'row') row()
else remove()
