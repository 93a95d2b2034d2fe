/** Of what Figma was to keep for Refill on this computer: settings, requests that are under way, what an export borrows. */
export const NOT_KEPT =
  'Figma did not keep what Refill wrote down. Its storage may be full: remove some presets or prompts, then try again.'
