import { parseOptions } from '../dev/script.ts'

/**
 * What `npm run build -- …` was asked for. Throws one sentence for what there is no option for.
 * @param {string[]} args
 * @returns {{ watch: boolean, standIn?: string, network: import('./manifest.mjs').Network }}
 */
export function buildOptionsOf(args) {
  const { watch, allow, 'any-host': anyHost, 'stand-in': offers } = parseOptions({ args, options: OPTIONS }).values
  return { watch, network: { allow, anyHost }, ...(offers && { standIn: STAND_IN }) }
}

const OPTIONS = /** @type {const} */ ({
  watch: { type: 'boolean', default: false },
  allow: { type: 'string', multiple: true, default: [] },
  'any-host': { type: 'boolean', default: false },
  'stand-in': { type: 'boolean', default: false },
})

export const BUILD_USAGE = 'npm run build -- [--watch] [--allow https://host/] [--any-host] [--stand-in]'

/** The one that `npm start` runs, for a build that is tried in Figma on this computer. */
export const STAND_IN = 'lumenfall http://localhost:8787 lmnfl_demo.stand-in'
