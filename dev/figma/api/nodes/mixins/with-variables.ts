import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { isTextField } from '../../../document/variables/bound-fields.ts'
import { aliasesIn } from '../../../document/variables/bound-values.ts'
import { isCollection } from '../../../document/variables/edit-variables.ts'
import { modeFor } from '../../../document/variables/variable-value.ts'
import { FigmaError } from '../../../errors.ts'
import { assertNoId } from '../../dynamic-page.ts'
import { bindingWith } from '../../variables/bindings.ts'
import { VariableFace } from '../../variables/variable-face.ts'
import { change, ID, type NodeFace, recordOf, SESSION, treeOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** What of SceneNodeMixin is about variables. */
export function withVariables<Base extends Class<NodeFace>>(base: Base) {
  abstract class WithVariables extends base {
    get boundVariables(): NonNullable<F.SceneNode['boundVariables']> {
      const { boundVariables, fills, strokes, effects, layoutGrids = [], text } = recordOf(this)
      const own = Object.entries(boundVariables).map(([name, alias]) => [name, isTextField(name) ? [alias] : alias])
      const lists = {
        fills,
        strokes,
        effects,
        layoutGrids,
        textRangeFills: text?.runs.flatMap((run) => run.fills ?? []) ?? [],
      }
      const bound = Object.entries(lists).map(([name, parts]) => [name, aliasesIn(parts)] as const)
      return Object.fromEntries([...own, ...bound.filter(([, aliases]) => aliases.length > 0)])
    }

    setBoundVariable(field: unknown, variable: unknown): void {
      const record = recordOf(this)
      assertNoId(this[SESSION], variable, { member: 'setBoundVariable', of: 'variable' })
      const id = variable instanceof VariableFace ? variable[ID] : variable
      const bound = typeof id === 'string' ? treeOf(this).find(id) : null
      if (variable !== null && !bound?.variable) throw new FigmaError('Expected "variable" to have type Variable')
      change(this, { boundVariables: bindingWith(record, field, bound ?? null) })
    }

    get resolvedVariableModes(): { [collectionId: string]: string } {
      const tree = treeOf(this)
      const collections = [...tree.all()].filter(isCollection)
      return Object.fromEntries(collections.map(({ id }) => [id, modeFor(tree, id, recordOf(this).id)]))
    }
  }
  return WithVariables
}
