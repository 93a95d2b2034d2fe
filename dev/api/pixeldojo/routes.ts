import { randomInt, randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { HostEnv } from '../host.ts'
import { accept } from '../jobs/accept.ts'
import { authenticate, takeTrouble } from '../jobs/hosts.ts'
import type { JobStand } from '../jobs/stand.ts'
import { meetPlanned } from '../meet.ts'
import { makePicture } from '../picture.ts'
import { MICROS } from '../wallet.ts'
import { refusal } from './errors.ts'
import { detailsOf, MODEL, PRICE, runSchema } from './models.ts'
import { toDate } from './show.ts'

export function addRoutes(app: Hono<HostEnv>, stand: JobStand): void {
  const checkModel = ({ req }: Context<HostEnv>) => {
    const id = req.param('model')
    if (id !== MODEL.apiId) throw refusal('no-model', `The model '${id}' does not exist`)
  }

  app.post('/api/v1/models/:model/run', (context) =>
    accept(context, stand, {
      schema: runSchema(stand),
      check: () => checkModel(context),
      newId: () => `job_${randomUUID().replaceAll('-', '')}`,
      model: MODEL.apiId,
      price: () => PRICE,
      funds: (price, left) => `Not enough credits: ${price / MICROS} required, ${left} remaining`,
      task: ({ body: { prompt, images, aspect_ratio }, trouble }) => ({
        addresses: images,
        async make(pictures) {
          const [width, height] = aspect_ratio?.split(':').map(Number) ?? []
          const ratio = width && height ? width / height : undefined
          const wish = { prompt, pictures, ratio, outputFormat: 'png', turbo: true, echo: false } as const
          const { file } = await makePicture(wish, { seed: randomInt(2 ** 31), trouble, settings: stand.settings })
          return { bytes: file, format: 'png', path: `pixeldojotemp/${Date.now()}-${randomInt(100_000, 999_999)}.png` }
        },
      }),
      accepted: ({ id, price, expiresAt }, { statusUrl, left }) => ({
        jobId: id,
        status: 'pending',
        statusUrl,
        creditCost: price / MICROS,
        creditsRemaining: left,
        expiresAt: toDate(expiresAt),
      }),
    }),
  )

  app.use('/api/v1/models/*', (context, next) => {
    if (context.req.method !== 'GET') return next()
    return meetPlanned(() => takeTrouble('models', stand))(context, next)
  })
  // The list alone is said to be public.
  app.get('/api/v1/models', ({ req }) =>
    Response.json({ models: [req.query('detailed') === 'true' ? detailsOf(stand) : MODEL] }),
  )
  app.get('/api/v1/models/:model', (context) => {
    authenticate(context.req.raw.headers, stand)
    checkModel(context)
    return context.json(detailsOf(stand))
  })
  app.get('/api/v1/models/:model/schema', (context) => {
    authenticate(context.req.raw.headers, stand)
    checkModel(context)
    const { apiId, requestSchema } = detailsOf(stand)
    return context.json({ apiId, requestSchema })
  })
}
