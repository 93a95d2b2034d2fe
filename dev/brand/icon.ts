import { mark, markDefs } from './mark.ts'

/** px; what Figma asks for. */
export const ICON = { width: 128, height: 128 }

/** Fills its square: Figma rounds the corners itself. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128" width="${ICON.width}" height="${ICON.height}">
  <title>Refill</title>
  <defs>
    ${markDefs}
  </defs>
  <rect width="128" height="128" fill="url(#ground)"/>
  ${mark}
</svg>
`
