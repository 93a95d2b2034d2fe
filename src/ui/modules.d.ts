declare module '*.module.css' {
  const classes: Record<string, string>
  export default classes
}

declare module '*.css' {}

/** The bundled text of a classic worker; see the `workers` plugin in build.mjs. */
declare module '*?worker' {
  const source: string
  export default source
}

/** The hosts that this build's manifest allows, put in by build.mjs. */
declare const ALLOWED_HOSTS: readonly string[]
