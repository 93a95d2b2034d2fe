import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { BACKGROUNDS_ABSENT, withBackgrounds } from './mixins/with-backgrounds.ts'
import { withBlend } from './mixins/with-blend.ts'
import { withChildren } from './mixins/with-children.ts'
import { withContainer } from './mixins/with-container.ts'
import { LAYOUT_ABSENT, withLayout } from './mixins/with-layout.ts'
import { withReactions } from './mixins/with-reactions.ts'

/** Its box follows from what lies in it: see document/groups.ts. */
export class GroupFace
  extends withChildren(withContainer(withAspectRatio(withReactions(withBackgrounds(withBlend(withLayout(LayerFace)))))))
  implements Pick<F.GroupNode, Simulated>
{
  get [KIND]() {
    return 'GroupNode'
  }
  override get [ABSENT]() {
    return wordsOf(GROUP_ABSENT)
  }
  get type(): 'GROUP' {
    return 'GROUP'
  }
}

type Simulated = Extract<keyof GroupFace, keyof F.GroupNode>

const GROUP_ABSENT = [...LAYER_ABSENT, ...LAYOUT_ABSENT, ...BACKGROUNDS_ABSENT, 'findWidgetNodesByWidgetId'] as const
export type GroupMembers = Holds<Exactly<F.GroupNode, GroupFace, typeof GROUP_ABSENT>>
