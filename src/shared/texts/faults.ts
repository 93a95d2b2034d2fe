/** Of what was asked to stop. Nobody is told of it as of a failure. */
export const STOPPED = 'Stopped.'

/** In place of what JavaScript, the browser or Figma says of a mistake that nothing was made for: those words are its `cause`. */
export const UNEXPECTED = 'Refill ran into something that it was not made for.'
