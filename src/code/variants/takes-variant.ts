import { AppError } from '../../shared/errors.ts'
import { pageOf } from '../layers.ts'
import { propertiesOf, setAround } from './set-values.ts'

/** Throws `layer` with the sentence that says why there can be no new variant of it. */
export function assertTakesVariant(component: ComponentNode | undefined): asserts component is ComponentNode {
  if (!component) throw new AppError('layer', 'That layer is no component any more.')
  const { name } = component
  if (component.remote) throw new AppError('layer', `“${name}” comes from a library and cannot be changed here.`)
  if (!pageOf(component)) throw new AppError('layer', `“${name}” is no longer in the file.`)
  const set = setAround(component)
  try {
    if (set) propertiesOf(set)
  } catch (thrown) {
    throw new AppError(
      'layer',
      `Variants of “${set?.name}” have the same values or none. Correct them in Figma first.`,
      thrown,
    )
  }
}
