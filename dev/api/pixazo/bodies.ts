import * as z from 'zod'
import { pictureAddress } from '../jobs/accept.ts'
import type { JobStand } from '../jobs/stand.ts'

export type EditBody = z.output<ReturnType<typeof editSchema>>
export type UpscaleBody = z.output<ReturnType<typeof upscaleSchema>>

// Fields that no document names are refused, and the model's own limit of five pictures is kept.
export const editSchema = (stand: JobStand) =>
  z.strictObject({
    prompt: z.string().refine((text) => text.trim() !== '', { error: 'Must not be empty' }),
    images: z.array(pictureAddress(stand)).min(1).max(5),
    turbo: z.boolean().default(true),
    seed: z.int().optional(),
    aspect_ratio: z
      .enum(['match_input_image', '1:1', '16:9', '9:16', '4:3', '3:4', '3:2', '2:3'])
      .default('match_input_image'),
    disable_safety_checker: z.boolean().default(false),
    webhook: z.url().optional(),
    webhook_events_filter: z.array(z.string()).optional(),
  })

export const upscaleSchema = (stand: JobStand) =>
  z.strictObject({
    image: pictureAddress(stand),
    upscale_mode: z.enum(['target', 'factor']).default('target'),
    /** Megapixels. */
    target: z.int().min(1).max(8).default(4),
    factor: z.number().min(1).max(8).default(2),
    enhance_details: z.boolean().default(false),
    enhance_realism: z.boolean().default(true),
    output_format: z.enum(['webp', 'jpg', 'png']).default('jpg'),
    output_quality: z.int().min(0).max(100).default(80),
    disable_safety_checker: z.boolean().default(false),
  })
