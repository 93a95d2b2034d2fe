import { photo } from './bench/picture.ts'
import { DEMO_USAGE, demoOptionsOf } from './host/demo/demo-options.ts'
import { assertWritable, readPicture, writePicture } from './host/demo/files.ts'
import { runDemo } from './host/demo/run-demo.ts'
import { askedFor, runScript } from './script.ts'

const options = askedFor(DEMO_USAGE, demoOptionsOf)
await runScript(async () => {
  await assertWritable(options.out)
  const picture = options.image === undefined ? await drawPicture() : await readPictureAt(options.image)
  return runDemo({
    ...{ ...options, ...picture },
    say: console.log,
    write: (png) => writePicture(options.out, png),
  })
})

async function readPictureAt(image: string) {
  return { image, bytes: await readPicture(image) }
}

/** px: large enough that it is scaled down on its way to the model, as most photographs are */
async function drawPicture() {
  return { image: 'drawn.jpg', bytes: Buffer.from(await photo(1600, 1200), 'base64') }
}
