import type { Typed } from '../../shared/protocol.ts'

/** What was typed in the quick-actions bar, as far as it is text. Figma tells of no parameters where the bar was not used. */
export function typedIn(parameters: ParameterValues | undefined): Typed | undefined {
  if (!parameters) return undefined
  const text = (key: keyof Typed) => {
    const value: unknown = parameters[key]
    return typeof value === 'string' && value.trim() !== '' ? { [key]: value.trim() } : {}
  }
  return { ...text('prompt'), ...text('preset') }
}
