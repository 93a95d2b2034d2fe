/** FramePrototypingMixin. */
export const PROTOTYPING_ABSENT = [
  'overflowDirection numberOfFixedChildren overlayPositionType overlayBackground overlayBackgroundInteraction',
] as const
