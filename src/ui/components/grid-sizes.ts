/** px */
export const SIZES = { first: 92, width: 76, head: 24, height: 36 }

export const px = (size: number) => `${size}px`

/** Where a column lies, and how wide it is. */
export const boxAt = (column: number, width: number) => ({ left: px(SIZES.first + column * width), width: px(width) })
