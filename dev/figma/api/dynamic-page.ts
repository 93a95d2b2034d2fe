import { FigmaError } from '../errors.ts'
import type { Session } from './session.ts'

/** Figma: `documentAccess: dynamic-page` forbids what would need all pages at once (docs, API errors). */
export function assertNotDynamic({ dynamicPage }: Session, instead: string): void {
  if (!dynamicPage) return
  throw new FigmaError(`Cannot call with documentAccess: dynamic-page. Use ${instead} instead.`)
}

/** The same for what takes an object or, outdated, its id. Reported word for word for `createVariable`. */
export function assertNoId(
  { dynamicPage }: Session,
  value: unknown,
  { member, of }: { member: string; of: string },
): void {
  if (typeof value !== 'string' || !dynamicPage) return
  throw new FigmaError(`Cannot call ${member} with a ${of} id in incremental mode. Please pass the ${of} node instead.`)
}
