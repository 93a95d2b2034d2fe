import * as z from 'zod'
import type { ShowOptions } from '../ui-window.ts'
import { validated } from '../values/validated.ts'

/** The options of `figma.showUI` with Figma's defaults (T:348–381). */
export function showOptions(value: unknown, pluginName: string): ShowOptions {
  const options = validated(SCHEMA, value ?? {}, 'options')
  return {
    visible: options.visible ?? true,
    width: Math.max(MIN_WIDTH, options.width ?? DEFAULT_WIDTH),
    height: Math.max(0, options.height ?? DEFAULT_HEIGHT),
    title: options.title ?? pluginName,
    themeColors: options.themeColors ?? false,
    ...(options.position && { position: options.position }),
  }
}

const SCHEMA = z.strictObject({
  visible: z.boolean().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  title: z.string().optional(),
  themeColors: z.boolean().optional(),
  position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
})

/** px */
const MIN_WIDTH = 70
const DEFAULT_WIDTH = 300
const DEFAULT_HEIGHT = 200
