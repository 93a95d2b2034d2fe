// The words of the panel before there is a key, and of what leads there.

export const FIRST_RUN = {
  title: 'How Refill works',
  what: 'Select layers, say what should change, and press Run: the images on them come back changed.',
  kept: 'Each result is a new fill on the same layer. The original always stays below it.',
  needs: 'The results are made by an image service. All that Refill needs is a key for one.',
  haveKey: 'I have a key',
  goOn: 'Go on without Check',
  allOfIt: 'All of it, in Settings',
  /** Where a prompt or a preset was chosen before the panel opened. */
  keyFirst: 'Refill needs a key first. What you chose is in the form and waits for Run.',
  keyFirstAgain: 'Refill needs a key before it can run again.',
} as const

/** What is said once, before anything is pressed; Settings have all of it. */
export const leavesText = ({ label, relay }: { label: string; relay: string | undefined }) =>
  `When you run an edit or an upscale, its images and prompt go to ${label}${relay ? `, through your relay at ${relay}` : ''}, and to nobody else. ` +
  'Until then, no image and no prompt leaves this file. Your key is kept on this computer and goes the same way.'

/** What Figma says when Check has opened the form. */
export const readyText = (works: string) => `Refill is ready. ${works}`
