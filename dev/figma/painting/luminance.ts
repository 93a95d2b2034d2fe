import type { Context } from './composite.ts'

/** Turns a picture into the mask that its light makes: bright lets through, dark and clear do not. */
export function keepLuminance(context: Context): void {
  const { width, height } = context.canvas
  const image = context.getImageData(0, 0, width, height)
  const { data } = image
  for (let at = 0; at < data.length; at += 4) {
    const light = LUMA.red * data[at]! + LUMA.green * data[at + 1]! + LUMA.blue * data[at + 2]!
    data[at + 3] = (data[at + 3]! * light) / 255
  }
  context.putImageData(image, 0, 0)
}

/** Rec. 709. */
const LUMA = { red: 0.2126, green: 0.7152, blue: 0.0722 }
