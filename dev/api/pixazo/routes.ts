import { randomInt, randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { HostEnv } from '../host.ts'
import { accept } from '../jobs/accept.ts'
import type { Job } from '../jobs/job.ts'
import type { JobStand } from '../jobs/stand.ts'
import type { JobTrouble } from '../jobs/trouble.ts'
import { Failed, type Product } from '../jobs/work.ts'
import { makePicture } from '../picture.ts'
import { isUnsafe } from '../safety.ts'
import type { Upload } from '../uploads.ts'
import { MICROS, toDollars } from '../wallet.ts'
import { type EditBody, editSchema, upscaleSchema } from './bodies.ts'
import { fundsFor, refusal } from './errors.ts'
import { makeLarger, priceOf } from './upscaling.ts'

export function addRoutes(app: Hono<HostEnv>, stand: JobStand): void {
  const common = (model: string) => ({
    model,
    newId: () => `${model}_${randomUUID()}`,
    funds: (price: number) => fundsFor(toDollars(price)),
    accepted: ({ id }: Job, { statusUrl }: { statusUrl: string }) => ({
      request_id: id,
      status: 'QUEUED',
      polling_url: statusUrl,
    }),
  })

  app.post('/p-image/v1/p-image-edit/generate', (context) =>
    accept(context, stand, {
      ...common('p-image'),
      schema: editSchema(stand),
      price: () => EDIT_PRICE,
      task: ({ body, id, trouble }) => ({
        addresses: body.images,
        make: async (pictures) => ({
          ...(await makeEdit(body, pictures, { stand, trouble })),
          path: pathOf(id, 'jpg'),
        }),
      }),
    }),
  )

  app.post('/p-image-upscale/v1/p-image-upscale/generate', (context) =>
    accept(context, stand, {
      ...common('p-image-upscale'),
      schema: upscaleSchema(stand),
      price: priceOf,
      task: ({ body, id, trouble }) => ({
        addresses: [body.image],
        make: async ([picture]) => ({
          ...(await makeLarger(body, picture!, trouble)),
          path: pathOf(id, body.output_format),
        }),
      }),
    }),
  )

  app.post('/:api/v1/:model/generate', ({ req }) => {
    throw refusal('no-model', `Model '${req.param('api')}' not found or is disabled`)
  })
}

async function makeEdit(
  { prompt, seed = randomInt(2 ** 31), turbo, aspect_ratio, disable_safety_checker }: EditBody,
  pictures: Upload[],
  { stand: { settings }, trouble }: { stand: JobStand; trouble: JobTrouble },
): Promise<Omit<Product, 'path'>> {
  if (!disable_safety_checker && isUnsafe(prompt)) throw new Failed('The safety checker stopped the picture')
  const [width, height] = aspect_ratio.split(':').map(Number)
  const ratio = width && height ? width / height : undefined
  const wish = { prompt, pictures, ratio, turbo, outputFormat: 'jpeg', echo: false } as const
  const { file } = await makePicture(wish, { seed, trouble, settings })
  return { bytes: file, format: 'jpeg' }
}

const pathOf = (id: string, ending: string) => `v1/${id}/output.${ending}`

const EDIT_PRICE = MICROS / 100 // a cent, the sum in the document's own 402
