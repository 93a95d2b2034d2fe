/** A name that nothing had before, in any window of this machine. */
export const oneOffName = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
