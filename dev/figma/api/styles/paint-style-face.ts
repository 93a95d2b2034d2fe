import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { aliasesIn } from '../../document/variables/bound-values.ts'
import { KIND } from '../../sandbox/remote.ts'
import type { Exactly, Holds } from '../absent.ts'
import { recordOf, SESSION } from '../nodes/node-face.ts'
import { StyleFace, writeStyle } from './style-face.ts'

export class PaintStyleFace extends StyleFace implements Pick<F.PaintStyle, Simulated> {
  get [KIND]() {
    return 'PaintStyle'
  }
  get type(): 'PAINT' {
    return 'PAINT'
  }

  get paints(): ReadonlyArray<F.Paint> {
    return recordOf(this).fills
  }
  set paints(value: unknown) {
    writeStyle(this, { fills: this[SESSION].document.storedPaints(value, 'paints') })
  }

  get boundVariables(): NonNullable<F.PaintStyle['boundVariables']> {
    const paints = aliasesIn(recordOf(this).fills)
    return paints.length > 0 ? { paints } : {}
  }
}

type Simulated = Extract<keyof PaintStyleFace, keyof F.PaintStyle>
export type PaintStyleMembers = Holds<Exactly<F.PaintStyle, PaintStyleFace, []>>
