// Sets a line of text; without the font it says so as Figma does.
async function write() {
  const text = figma.createText()
  let refused = ''
  try {
    text.characters = 'too early'
  } catch (error) {
    refused = error.message
  }
  await figma.loadFontAsync(text.fontName)
  text.characters = 'Hello from letters'
  text.fontSize = 24
  text.fills = [figma.util.solidPaint('rgb(0 0 0 / 50%)')]
  figma.closePlugin(refused === '' ? 'The font was not asked for' : text.characters)
}

write()
