// What is said where no panel is open, so that the panel's texts are not there. What happened, then what to do.

export const M = {
  nothingSelected: 'Select layers first.',
  noOriginal: 'The selected layers show no result of Refill.',
  bringingBack: 'Bringing back the originals…',
  stop: 'Stop',
  stoppedBringing: 'Stopped. The originals that are back stay.',
  notBroughtBack: 'Refill made a mistake. Try again.',
} as const

export const broughtBackText = ({ shown, override }: { shown: number; override: boolean }) =>
  [
    `Original shown on ${shown === 1 ? '1 layer' : `${shown} layers`}.`,
    override && 'In instances it stays an override.',
  ]
    .filter(Boolean)
    .join(' ')

export const noPresetText = (query: string) => `No preset has “${query}” in its name.`
