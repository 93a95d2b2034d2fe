/** Members of every node, and of every layer, that are not simulated. The faces check these lists against the typings. */
export const NODE_ABSENT = [
  'isAsset getCSSAsync getTopLevelFrame',
  'getDevResourcesAsync addDevResourceAsync editDevResourceAsync deleteDevResourceAsync setDevResourcePreviewAsync',
] as const

export const LAYER_ABSENT = [
  ...NODE_ABSENT,
  'stuckNodes attachedConnectors inferredVariables',
  'animationStyles animations manualKeyframeTracks timelines',
  'applyAnimationStyle removeAnimationStyle applyManualKeyframeTrack removeManualKeyframeTrack setTimelineDuration',
] as const
