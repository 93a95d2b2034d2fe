// What file systems and ZIPs demand, stated by other means than the plugin's own.

/** What is wrong with a path, in words; empty where nothing is. */
export function faultsOf(path: string): string[] {
  const segments = path.split('/')
  const faults = segments.flatMap((segment) => segmentFaults(segment).map((fault) => `${fault}: ${segment}`))
  if (path.length > 210) faults.push(`${path.length} units in all`)
  if (Buffer.from(path, 'utf8').toString('utf8') !== path) faults.push('not UTF-8')
  if (path !== path.normalize('NFC')) faults.push('not composed')
  return faults
}

function segmentFaults(segment: string): string[] {
  const faults: string[] = []
  if (segment === '') return ['empty']
  if (Buffer.byteLength(segment, 'utf8') > 255) faults.push('too long')
  for (const char of segment) {
    const code = char.codePointAt(0)!
    if ('<>:"\\|?*'.includes(char)) faults.push(`forbidden ${char}`)
    if (code < 32 || (code >= 0x7f && code < 0xa0)) faults.push(`control ${code}`)
    if (HIDDEN.some(([from, to]) => code >= from && code <= to)) faults.push(`unseen ${code.toString(16)}`)
    if ((code & 0xfffe) === 0xfffe) faults.push('no character')
  }
  if (segment.startsWith('.') || segment.startsWith(' ')) faults.push('hidden or led by a space')
  if (segment.endsWith('.') || segment.endsWith(' ')) faults.push('ends in a point or a space')
  const device = segment.split('.')[0]!.trim().toUpperCase()
  if (DEVICES.has(device)) faults.push('a device of Windows')
  return faults
}

/** Paths that one file system or another would take for the same, or for a file and a folder at once. */
export function clashesIn(paths: readonly string[]): string[] {
  const clashes: string[] = []
  for (const fold of [lower, upper]) {
    const files = new Set<string>()
    for (const path of paths) {
      if (files.has(fold(path))) clashes.push(path)
      files.add(fold(path))
    }
    for (const path of paths) {
      const segments = path.split('/')
      for (let count = 1; count < segments.length; count++) {
        const folder = segments.slice(0, count).join('/')
        if (files.has(fold(folder))) clashes.push(`${folder}/`)
      }
    }
  }
  return clashes
}

const lower = (path: string) => path.normalize('NFC').toLowerCase()
const upper = (path: string) => path.normalize('NFD').toUpperCase()

const numbered = (word: string) => [...'0123456789¹²³'].map((digit) => word + digit)
const DEVICES = new Set(['CON', 'PRN', 'AUX', 'NUL', 'CONIN$', 'CONOUT$', ...numbered('COM'), ...numbered('LPT')])

/** Code points that turn the direction or take no width; joiners are judged by the tests of emoji and scripts. */
const HIDDEN: readonly [from: number, to: number][] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
]
