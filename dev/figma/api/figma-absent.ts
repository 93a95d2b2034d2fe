import { FigmaError } from '../errors.ts'

/** Members of `figma` that are not simulated. figma-face.ts checks the list against the typings. */
export const FIGMA_ABSENT = [
  'activeUsers textreview codegen devResources',
  'constants motion teamLibrary annotations buzz',
  'createPageDivider createSlide createSlideRow createSticky createConnector createShapeWithText',
  'createCodeBlock createTable createTextPath createNodeFromJSXAsync',
  'createCustomAnimationStyle',
  'getLocalCustomAnimationStylesAsync getLocalCustomAnimationStyles getSelectionColors',
  'moveLocalCustomAnimationStyleAfter',
  'moveLocalPaintFolderAfter moveLocalTextFolderAfter moveLocalEffectFolderAfter moveLocalGridFolderAfter',
  'moveLocalCustomAnimationFolderAfter',
  'listAvailableShaders importShaderById getFontFamilyVariationAxes',
  'createNodeFromSvg createVideoAsync createLinkPreviewAsync createGif',
  'transformGroup flatten getFileThumbnailNodeAsync getFileThumbnailNode',
  'setFileThumbnailNodeAsync getSlideGrid setSlideGrid getCanvasGrid setCanvasGrid createCanvasRow moveNodesToCoord',
  'loadBrushesAsync createImageAsync',
] as const

/** Figma: documentAccess dynamic-page forbids what would need all pages at once. */
export function notDynamic(asynchronous: string): never {
  throw new FigmaError(`Cannot call with documentAccess: dynamic-page. Use figma.${asynchronous} instead.`)
}
