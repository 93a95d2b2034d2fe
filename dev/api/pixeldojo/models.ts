import * as z from 'zod'
import { pictureAddress } from '../jobs/accept.ts'
import type { JobStand } from '../jobs/stand.ts'
import { MICROS } from '../wallet.ts'

/** What `run` takes, and nothing beside it: the document's own schema has `additionalProperties: false`. */
export const runSchema = (stand: JobStand) =>
  z.strictObject({
    prompt: z.string().refine((text) => text.trim() !== '', { error: 'Must not be empty' }),
    images: z.array(pictureAddress(stand)).min(1).max(5),
    aspect_ratio: z.enum(['1:1', '2:3', '3:2', '3:4', '4:3', '9:16', '16:9']).optional(),
  })

/** The only model here. Names and numbers are documented; the shape of the list is not. */
export const MODEL = {
  apiId: 'p-image-edit',
  name: 'P-Image Edit',
  type: 'image',
  creditCost: 0.25,
}

export const PRICE = MODEL.creditCost * MICROS

export const detailsOf = (stand: JobStand) => ({
  ...MODEL,
  description: 'Fast image editing with up to 5 reference images',
  endpoint: `/api/v1/models/${MODEL.apiId}/run`,
  requestSchema: z.toJSONSchema(runSchema(stand)),
})
