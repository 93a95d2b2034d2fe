import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { type ComponentRecord, isVariant } from '../../../document/instances/component-of.ts'
import { addProperty, deleteProperty, editProperty } from '../../../document/instances/edit-properties.ts'
import { assertWritable } from '../../../document/instances/internal.ts'
import { definitionsOf } from '../../../document/instances/properties.ts'
import { FigmaError, notSimulated } from '../../../errors.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { recordOf, treeOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** ComponentPropertiesMixin, of components and sets. */
export function withComponentProperties<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithComponentProperties extends base {
    get componentPropertyDefinitions(): F.ComponentPropertyDefinitions {
      const definer = definerFor(
        this,
        'Can only get component property definitions of a component set or non-variant component',
      )
      return structuredClone(definitionsOf(treeOf(this), definer))
    }

    addComponentProperty(name: unknown, type: unknown, defaultValue: unknown, options?: unknown): string {
      const definer = writableDefiner(this)
      const kind = validated(z.enum(['BOOLEAN', 'TEXT', 'INSTANCE_SWAP', 'VARIANT', 'SLOT']), type, 'type')
      if (kind === 'SLOT') throw notSimulated('a slot')
      const { preferredValues } = validated(CHOICES.optional(), options, 'options') ?? {}
      const definition = {
        type: kind,
        defaultValue: valueFrom(defaultValue),
        ...(preferredValues && { preferredValues }),
      }
      return addProperty(treeOf(this), definer, validated(z.string().min(1), name, 'propertyName'), definition)
    }

    editComponentProperty(key: unknown, value: unknown): string {
      const definer = writableDefiner(this)
      const { name, defaultValue, preferredValues } = validated(EDIT, value, 'newValue')
      return editProperty(treeOf(this), definer, validated(z.string(), key, 'propertyName'), {
        ...(name !== undefined && { name }),
        ...(defaultValue !== undefined && { defaultValue: valueFrom(defaultValue) }),
        ...(preferredValues && { preferredValues }),
      })
    }

    deleteComponentProperty(key: unknown): void {
      deleteProperty(treeOf(this), writableDefiner(this), validated(z.string(), key, 'propertyName'))
    }
  }
  return WithComponentProperties
}

/** Figma's words (field) for a variant, whose properties are the set's. */
function definerFor(face: LayerFace, refusal: string): ComponentRecord {
  const record = recordOf(face)
  if (isVariant(treeOf(face), record)) throw new FigmaError(refusal)
  return record as ComponentRecord
}

function writableDefiner(face: LayerFace): ComponentRecord {
  const definer = definerFor(face, 'Can only set component property definitions on a product component')
  assertWritable(treeOf(face), definer.id)
  return definer
}

function valueFrom(value: unknown): string | boolean {
  if (Object(value).type === 'VARIABLE_ALIAS') throw notSimulated('a bound component property')
  return validated(z.union([z.string(), z.boolean()]), value, 'defaultValue')
}

const preferred = z.array(z.strictObject({ type: z.enum(['COMPONENT', 'COMPONENT_SET']), key: z.string() }))
const CHOICES = z.strictObject({ preferredValues: preferred.optional() })
const EDIT = z.strictObject({
  name: z.string().min(1).optional(),
  defaultValue: z.unknown().optional(),
  preferredValues: preferred.optional(),
})
