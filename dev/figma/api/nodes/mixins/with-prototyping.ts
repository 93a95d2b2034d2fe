/** FramePrototypingMixin and ReactionMixin. */
export const PROTOTYPING_ABSENT = [
  'overflowDirection numberOfFixedChildren overlayPositionType overlayBackground overlayBackgroundInteraction',
  'reactions setReactionsAsync',
] as const
