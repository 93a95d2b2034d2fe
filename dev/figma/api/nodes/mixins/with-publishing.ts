import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { ComponentData } from '../../../document/parts/component-data.ts'
import { soon } from '../../../later.ts'
import { documentationLinks } from '../../../values/documentation-links.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** PublishableMixin, of components and sets. */
export function withPublishing<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithPublishing extends base {
    get description(): string {
      return dataOf(this).description
    }
    set description(value: unknown) {
      keep(this, { description: validated(z.string(), value, 'description') })
    }

    /** The same text: no marks are told from letters. */
    get descriptionMarkdown(): string {
      return dataOf(this).description
    }
    set descriptionMarkdown(value: unknown) {
      keep(this, { description: validated(z.string(), value, 'descriptionMarkdown') })
    }

    get documentationLinks(): ReadonlyArray<F.DocumentationLink> {
      return dataOf(this).links
    }
    set documentationLinks(value: unknown) {
      keep(this, { links: validated(documentationLinks, value, 'documentationLinks') })
    }

    get remote(): boolean {
      return dataOf(this).remote
    }

    get key(): string {
      return dataOf(this).key
    }

    async getPublishStatusAsync(): Promise<F.PublishStatus> {
      const { remote } = dataOf(this)
      await soon()
      return remote ? 'CURRENT' : 'UNPUBLISHED'
    }
  }
  return WithPublishing
}

const dataOf = (face: LayerFace): ComponentData => recordOf(face).component!

const keep = (face: LayerFace, part: Partial<ComponentData>): void =>
  change(face, { component: { ...dataOf(face), ...part } })
