import type { Fault } from '../../shared/errors.ts'

/** What a fault is called, and what the designer can do about it. Between the two stands its message. */
export interface Remedy {
  title: string
  advice: string
  /** The button that goes with it. */
  action: 'retry' | 'settings' | 'prompt' | 'model' | 'place'
}

export const FAULTS: Record<Fault, Remedy> = {
  cancelled: { title: 'Stopped', advice: '', action: 'retry' },
  selection: { title: 'Nothing to edit', advice: '', action: 'retry' },
  layer: {
    title: 'Not possible with this layer',
    advice: 'If it has changed, undo that in Figma and try again, or run anew on what is there.',
    action: 'retry',
  },
  image: { title: 'The image cannot be used', advice: 'Try another image or another layer.', action: 'retry' },
  settings: { title: 'Not ready yet', advice: '', action: 'settings' },
  storage: { title: 'Not kept', advice: '', action: 'retry' },
  offline: {
    title: 'No answer',
    advice: 'Check the connection and the address in Settings. If both are right, use another provider or a relay.',
    action: 'retry',
  },
  timeout: { title: 'It took too long', advice: 'Try again if you want to.', action: 'retry' },
  denied: { title: 'The key was not accepted', advice: 'Paste it again in Settings.', action: 'settings' },
  funds: { title: 'The account is empty', advice: 'Add credit with your provider, then try again.', action: 'retry' },
  refused: { title: 'The provider refused', advice: 'Change the prompt or the image.', action: 'prompt' },
  busy: { title: 'The provider is busy', advice: 'Wait a moment and try again.', action: 'retry' },
  provider: { title: 'The answer was no use', advice: 'Try again, or choose another model.', action: 'retry' },
  bug: { title: 'Refill made a mistake', advice: 'Try again.', action: 'retry' },
}

/** The advice where the boxes for key and address are beside it. */
export const ADVICE_BESIDE_BOXES: Partial<Record<Fault, string>> = {
  denied: 'Paste it again, or get another one.',
  offline: 'Check the connection and the address. If both are right, use another provider or a relay.',
  // A check sends neither prompt nor image.
  refused: 'Check the address. If it is right, choose another model.',
  provider: 'Check the address. If it is right, try again.',
}

/** Where there is a box for the key alone. */
export const ADVICE_BESIDE_KEY: typeof ADVICE_BESIDE_BOXES = {
  ...ADVICE_BESIDE_BOXES,
  offline: 'Check the connection. If that is right, use another provider, or a relay, named in Settings.',
  refused: 'Try again, or use another provider.',
  provider: 'Try again, or use another provider.',
}

/** A refusal that another prompt would not help. */
export const MODEL_UNKNOWN: Remedy = {
  title: 'The model is not known',
  advice: 'Choose another one.',
  action: 'model',
}

/** A refusal of a job that has no prompt. */
export const UPSCALE_REFUSED: Remedy = {
  title: 'The provider refused',
  advice: 'Try again, or upscale the image with another model.',
  action: 'retry',
}

/** An upscaled picture that is here and was not placed: the designer decides. */
export const UNLIKE: Remedy = {
  title: 'Is this the same image?',
  advice: 'Look at it before you place it. It is paid for, and can be saved as well.',
  action: 'place',
}
