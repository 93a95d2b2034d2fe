import type { Ratio } from './provider.ts'

// Pruna's p-image-edit, wherever it runs: about 1 MP in one of seven shapes.

export const P_IMAGE_PICTURES = 5

/** px, as Lumenfall's page of the model names them. */
export const P_IMAGE_SIZES = [
  { width: 1365, height: 768 },
  { width: 768, height: 1365 },
  { width: 1254, height: 836 },
  { width: 836, height: 1254 },
  { width: 887, height: 1182 },
  { width: 1024, height: 1024 },
  { width: 1183, height: 887 },
] as const

export const P_IMAGE_RATIOS: readonly Ratio[] = ['16:9', '3:2', '4:3', '1:1', '3:4', '2:3', '9:16']

/** Characters. The only limit that any document knows: Lumenfall's gateway quotes it in an error. */
export const P_IMAGE_PROMPT = 1000
