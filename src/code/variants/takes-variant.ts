import { AppError } from '../../shared/errors.ts'
import { goneText } from '../../shared/texts/layers.ts'
import { COMPONENT_GONE, conflictText, remoteText } from '../../shared/texts/variants.ts'
import { pageOf } from '../layers.ts'
import { propertiesOf, setAround } from './set-values.ts'

/** Throws `layer` with the sentence that says why there can be no new variant of it. */
export function assertTakesVariant(component: ComponentNode | undefined): asserts component is ComponentNode {
  if (!component) throw new AppError('layer', COMPONENT_GONE)
  const { name } = component
  if (component.remote) throw new AppError('layer', remoteText(name))
  if (!pageOf(component)) throw new AppError('layer', goneText(name))
  const set = setAround(component)
  if (!set) return
  try {
    propertiesOf(set)
  } catch (thrown) {
    throw new AppError('layer', conflictText(set.name), thrown)
  }
}
