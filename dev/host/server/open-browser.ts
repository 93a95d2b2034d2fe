import { spawn } from 'node:child_process'

/** Opens the address in the person's browser; says nothing where there is none. */
export function openBrowser(url: string) {
  const command = commandFor(process.platform)
  if (!command) return
  const [program, ...rest] = command
  const opener = spawn(program, [...rest, url], { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
}

function commandFor(platform: NodeJS.Platform): [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['cmd', '/c', 'start', '']
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : undefined
}
