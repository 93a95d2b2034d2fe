/** Of the builds that offer a stand-in; the others are without these words. */
export const STAND_IN_TEXTS = {
  title: 'No key yet?',
  tries: 'Try with the stand-in',
  note: 'A stand-in runs on this computer and changes images by simple rules. It is not a model, and costs nothing.',
} as const
