/** Members of every layer, and of every node, that are not simulated. The faces check these lists against the typings. */
export const NODE_ABSENT = [
  'isAsset getCSSAsync getTopLevelFrame',
  'getDevResourcesAsync addDevResourceAsync editDevResourceAsync deleteDevResourceAsync setDevResourcePreviewAsync',
] as const

export const LAYER_ABSENT = [
  ...NODE_ABSENT,
  'stuckNodes attachedConnectors componentPropertyReferences setBoundVariable inferredVariables',
  'resolvedVariableModes explicitVariableModes clearExplicitVariableModeForCollection',
  'setExplicitVariableModeForCollection animationStyles animations manualKeyframeTracks timelines',
  'applyAnimationStyle removeAnimationStyle applyManualKeyframeTrack removeManualKeyframeTrack setTimelineDuration',
  'reactions setReactionsAsync maskType setEffectStyleIdAsync strokeCap strokeMiterLimit outlineStroke fillGeometry',
  'setStrokeStyleIdAsync strokeWeight strokeJoin strokeAlign dashPattern strokeGeometry setStrokesAsync',
  'setFillStyleIdAsync constrainProportions layoutSizingHorizontal layoutSizingVertical rescale',
  'minWidth maxWidth minHeight maxHeight layoutAlign layoutGrow setGridChildPosition gridRowAnchorIndex',
  'gridColumnAnchorIndex gridRowSpan gridColumnSpan gridChildHorizontalAlign gridChildVerticalAlign cornerSmoothing',
  'variableWidthStrokeProperties complexStrokeProperties annotations targetAspectRatio lockAspectRatio',
  'unlockAspectRatio',
] as const
