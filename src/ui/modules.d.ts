declare module '*.module.css' {
  const classes: Record<string, string>
  export default classes
}

declare module '*.css' {}

/** What the module exports, from a function that stands alone; see the `workers` plugin in build/workers.mjs. */
declare module '*/worker.ts?worker' {
  const load: () => typeof import('./image/worker.ts')
  export default load
}

/** The hosts that this build's manifest allows, with spaces between them, put in by build.mjs. */
declare const ALLOWED_HOSTS: string

/** The provider, the address and the key of a stand-in on this computer, with spaces between them; empty in builds for designers. */
declare const STAND_IN: string
