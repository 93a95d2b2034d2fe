export const shapeText = (ratio: string) => `Shape only, ${ratio}`

export const boundsText = ({ least, most, kept }: { least: number; most: number; kept: number }) =>
  `A whole number from ${least} to ${most}. Until then it stays ${kept}.`
