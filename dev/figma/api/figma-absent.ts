import { FigmaError } from '../errors.ts'

/** Members of `figma` that are not simulated. figma-face.ts checks the list against the typings. */
export const FIGMA_ABSENT = [
  'pluginId widgetId fileKey timer currentUser activeUsers textreview codegen vscode devResources payments',
  'saveVersionHistoryAsync util constants parameters motion getStyleByIdAsync variables teamLibrary annotations buzz',
  'createLine createPolygon createStar createVector createText createComponent createComponentFromNode createPage',
  'createPageDivider createSlice createSlide createSlideRow createSticky createConnector createShapeWithText',
  'createCodeBlock createSection createTable createTextPath createNodeFromJSXAsync createBooleanOperation',
  'createPaintStyle createTextStyle createEffectStyle createGridStyle createCustomAnimationStyle',
  'getLocalPaintStylesAsync getLocalTextStylesAsync getLocalEffectStylesAsync getLocalGridStylesAsync',
  'getLocalCustomAnimationStylesAsync getLocalCustomAnimationStyles getSelectionColors moveLocalPaintStyleAfter',
  'moveLocalTextStyleAfter moveLocalEffectStyleAfter moveLocalGridStyleAfter moveLocalCustomAnimationStyleAfter',
  'moveLocalPaintFolderAfter moveLocalTextFolderAfter moveLocalEffectFolderAfter moveLocalGridFolderAfter',
  'moveLocalCustomAnimationFolderAfter importComponentByKeyAsync importComponentSetByKeyAsync importStyleByKeyAsync',
  'listAvailableShaders importShaderById listAvailableFontsAsync loadFontAsync getFontFamilyVariationAxes',
  'hasMissingFont createNodeFromSvg createVideoAsync createLinkPreviewAsync createGif combineAsVariants group',
  'transformGroup flatten union subtract intersect exclude ungroup getFileThumbnailNodeAsync getFileThumbnailNode',
  'setFileThumbnailNodeAsync getSlideGrid setSlideGrid getCanvasGrid setCanvasGrid createCanvasRow moveNodesToCoord',
  'loadBrushesAsync skipInvisibleInstanceChildren createImageAsync',
] as const

/** Figma: documentAccess dynamic-page forbids what would need all pages at once. */
export function notDynamic(asynchronous: string): never {
  throw new FigmaError(`Cannot call with documentAccess: dynamic-page. Use figma.${asynchronous} instead.`)
}
