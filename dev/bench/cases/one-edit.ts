import sharp from 'sharp'
import { medianOf } from '../numbers.ts'
import { photo } from '../picture.ts'
import { fullRun } from '../run.ts'
import type { Scene, Stage } from '../stage.ts'

export interface OneEdit {
  /** ms from Run to the end, without the time of the request: the median of several. */
  wall: number
  /** ms of the same decoding and encoding by itself: the median of several. */
  codecs: number
}

/** One edit of a photograph of 2 MP. Each time in a panel that was just opened, as a designer meets it. */
export async function measureOneEdit(stage: Stage): Promise<OneEdit> {
  const picture = await photo(1632, 1224)
  const walls: number[] = []
  const codecs: number[] = []
  stage.api.settings.prepared = false
  try {
    for (let time = 0; time < TIMES; time++) {
      const scene = await stage.open({ kind: 'photos', count: 1 }, picture)
      const wall = await fullRun(scene)
      walls.push(wall - (await requestTime(scene)))
      await scene.close()
    }
    // Once more, for the answer: keeping it takes time.
    const scene = await stage.open({ kind: 'photos', count: 1 }, picture)
    const answer = await keepAnswer(scene)
    await fullRun(scene)
    codecs.push(...(await bareCodecs(stage, scene, { source: picture, answer: await answer() })))
    await scene.close()
  } finally {
    stage.api.settings.prepared = true
  }
  return { wall: medianOf(walls), codecs: medianOf(codecs) }
}

/** ms, as the panel's own page saw it: from the call to the last byte of the answer, the way over loopback included. */
const requestTime = ({ panel }: Scene) =>
  panel.evaluate((path) => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const { startTime, responseEnd } = all.findLast(({ name }) => new RegExp(path).test(name))!
    return responseEnd - startTime
  }, EDIT.source)

/** What the panel is answered from now on; the last picture of it, in base64. */
async function keepAnswer({ panel }: Scene): Promise<() => Promise<string>> {
  await panel.evaluate((path) => {
    const plain = globalThis.fetch
    globalThis.fetch = async (...asked) => {
      const response = await plain(...asked)
      if (new RegExp(path).test(response.url)) Object.assign(globalThis, { benchAnswer: response.clone().json() })
      return response
    }
  }, EDIT.source)
  return () =>
    panel.evaluate(async () => {
      const { data } = await (globalThis as unknown as { benchAnswer: Promise<Answer> }).benchAnswer
      return data[0]!.b64_json
    })
}

interface Answer {
  data: { b64_json: string }[]
}

async function bareCodecs({ api }: Stage, { page }: Scene, files: { source: string; answer: string }) {
  const upload = api.requests.findLast(({ path, query }) => path.endsWith('/images/edits') && !query.dryRun)?.files[0]
  const sent = { ...(await sizeOf(Buffer.from(upload!.content!))), type: upload!.type }
  const answer = await sizeOf(Buffer.from(files.answer, 'base64'))
  // What is placed has the source's ratio, 4:3.
  const placed = { width: answer.width, height: Math.round((answer.width * 3) / 4) }
  return page.evaluate(([work, times]) => window.bench.timeCodecs(work, times), [
    { ...files, sent, placed },
    TIMES,
  ] as const)
}

async function sizeOf(file: Buffer) {
  const { width, height } = await sharp(file).metadata()
  return { width, height }
}

/** A paid request, not a question for the price. */
const EDIT = /\/images\/edits$/
const TIMES = 5
