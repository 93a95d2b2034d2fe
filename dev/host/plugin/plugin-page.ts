export type Theme = 'light' | 'dark'

export interface PluginPage {
  /** The plugin's own page, as it gave it to `showUI`. */
  html: string
  csp: string
  /** Figma: only with `themeColors: true` does the page get the tokens and the class. */
  theme?: { name: Theme; css: string } | undefined
}

/** The iframe's whole document. The policy comes first, so that nothing of the plugin's is read before it holds. */
export function pluginPage({ html, csp, theme }: PluginPage): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${escaped(csp)}">`
  return `<!doctype html>${policy}${theme ? themeHead(theme) : ''}${html}`
}

/** What the page sends into the iframe when the designer switches the theme; never reaches the plugin's listeners. */
export const themeMessage = (name: Theme) => ({ [THEME]: name })

function themeHead({ name, css }: { name: Theme; css: string }) {
  const script = `document.documentElement.classList.add('figma-${name}')
addEventListener('message', (event) => {
  const theme = event.source === parent && event.data && event.data.${THEME}
  if (!theme) return
  event.stopImmediatePropagation()
  document.documentElement.classList.remove('figma-light', 'figma-dark')
  document.documentElement.classList.add('figma-' + theme)
})`
  return `<style id="figma-style">${css.replaceAll('</', '<\\/')}</style><script>${script}</script>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

const THEME = 'playgroundTheme'
