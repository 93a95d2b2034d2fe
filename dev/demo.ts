import { writeFile } from 'node:fs/promises'
import { photo } from './bench/picture.ts'
import { DEMO_USAGE, type DemoOptions, demoOptionsOf } from './host/demo/demo-options.ts'
import { assertWritable, readPicture } from './host/demo/files.ts'
import { runDemo } from './host/demo/run-demo.ts'

const options = readOptions()
try {
  await assertWritable(options.out)
  const picture = options.image === undefined ? await drawPicture() : await readPictureAt(options.image)
  process.exitCode = await runDemo({
    ...{ ...options, ...picture },
    say: console.log,
    write: (png) => writeFile(options.out, png),
  })
} catch (error) {
  // Playwright explains a failure at length; its first line says it.
  console.error((error as Error).message.split('\n')[0])
  process.exitCode = 1
}

async function readPictureAt(image: string) {
  return { image, bytes: await readPicture(image) }
}

/** px: large enough that it is scaled down on its way to the model, as most photographs are */
async function drawPicture() {
  return { image: 'drawn.jpg', bytes: Buffer.from(await photo(1600, 1200), 'base64') }
}

function readOptions(): DemoOptions {
  try {
    return demoOptionsOf(process.argv.slice(2), process.env)
  } catch (error) {
    console.error(`${(error as Error).message}\n${DEMO_USAGE}`)
    return process.exit(2)
  }
}
