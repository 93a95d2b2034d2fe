import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { aliasesIn } from '../../document/variables/bound-values.ts'
import { KIND } from '../../sandbox/remote.ts'
import { layoutGrids } from '../../values/layout-grids.ts'
import { validated } from '../../values/validated.ts'
import type { Exactly, Holds } from '../absent.ts'
import { recordOf } from '../nodes/node-face.ts'
import { StyleFace, writeStyle } from './style-face.ts'

export class GridStyleFace extends StyleFace implements Pick<F.GridStyle, Simulated> {
  get [KIND]() {
    return 'GridStyle'
  }
  get type(): 'GRID' {
    return 'GRID'
  }

  get layoutGrids(): ReadonlyArray<F.LayoutGrid> {
    return recordOf(this).layoutGrids!
  }
  set layoutGrids(value: unknown) {
    writeStyle(this, { layoutGrids: validated(layoutGrids, value, 'layoutGrids') })
  }

  get boundVariables(): NonNullable<F.GridStyle['boundVariables']> {
    const layoutGrids = aliasesIn(recordOf(this).layoutGrids!)
    return layoutGrids.length > 0 ? { layoutGrids } : {}
  }
}

type Simulated = Extract<keyof GridStyleFace, keyof F.GridStyle>
export type GridStyleMembers = Holds<Exactly<F.GridStyle, GridStyleFace, []>>
