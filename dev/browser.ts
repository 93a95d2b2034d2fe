import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/**
 * Starts a headless browser of the Chromium family: an installed one, else the one that ships inside a package.
 * `isolated` gives a frame without an origin a process of its own, as Chrome on a desktop does and a headless one may not.
 */
export async function launchBrowser({ isolated = false } = {}): Promise<Browser> {
  const executablePath = installedBrowser() ?? (await packagedBrowser())
  if (!executablePath) throw new Error(NO_BROWSER)
  return chromium.launch({ executablePath, args: [...quietFlags(), ...(isolated ? ['--site-per-process'] : [])] })
}

/** Where a Chrome, Chromium or Edge is installed; `REFILL_BROWSER` names another. Throws a sentence where that is not there. */
export function installedBrowser(): string | undefined {
  const named = process.env.REFILL_BROWSER
  if (named && !existsSync(named)) throw new Error(`REFILL_BROWSER is “${named}”: there is no such file.`)
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  return named || PLACES[platform].find((path) => existsSync(path))
}

/** Ships a Linux x64 binary only. */
async function packagedBrowser(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

/** Keeps a headless Chromium from calling home and from needing what a container lacks. */
function quietFlags(): string[] {
  const flags = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags
}

const { env } = process
const PLACES = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap((name) => [
    `/usr/bin/${name}`,
    `/snap/bin/${name}`,
  ]),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`]
      : [],
  ),
}

const NO_BROWSER =
  'No browser found. Install Google Chrome, Chromium or Microsoft Edge, or set REFILL_BROWSER to the path of one.'
