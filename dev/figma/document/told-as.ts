import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { rotationOf } from './geometry.ts'
import type { Corners, LayerRecord } from './layer-record.ts'
import { PLAIN_LAYOUT } from './parts/auto-layout.ts'
import { PLAIN_TEXT } from './parts/text-content.ts'
import { isSame } from './same.ts'

// Every field of the record and its names: long, because the compiler sees to it that none is left out of the one list.

/** Under which names of `NodeChangeProperty` a change of a field is told (T:3763). */
type Teller = (was: LayerRecord, is: LayerRecord) => F.NodeChangeProperty[]

/** The properties that differ between two states of a node, but for its place in the tree. */
export function propertiesBetween(was: LayerRecord, is: LayerRecord, isTold: (field: keyof LayerRecord) => boolean) {
  if (was === is) return []
  const fields = (Object.keys(TOLD_AS) as (keyof LayerRecord)[]).filter((name) => !isSame(was[name], is[name]))
  return [...new Set(fields.filter(isTold).flatMap((name) => TOLD_AS[name](was, is)))]
}

const always =
  (...names: F.NodeChangeProperty[]): Teller =>
  () =>
    names

/** Names for the entries of a part of the record; where there is none, that change is not told. */
const entries =
  <T extends object>(
    part: (record: LayerRecord) => T,
    names: { readonly [K in keyof T]?: F.NodeChangeProperty },
  ): Teller =>
  (was, is) =>
    (Object.entries(names) as [keyof T, F.NodeChangeProperty][])
      .filter(([name]) => !isSame(part(was)[name], part(is)[name]))
      .map(([, told]) => told)

const both =
  (...tellers: Teller[]): Teller =>
  (was, is) =>
    tellers.flatMap((teller) => teller(was, is))

const cornersOf = ({ corners, cornerRadius }: LayerRecord): Corners =>
  corners ?? { topLeft: cornerRadius, topRight: cornerRadius, bottomLeft: cornerRadius, bottomRight: cornerRadius }

const sidesOf = ({ stroke: { sides, weight } }: LayerRecord) =>
  sides ?? { top: weight, right: weight, bottom: weight, left: weight }

const transformed: Teller = ({ transform: was }, { transform: is }) => [
  'relativeTransform',
  ...(was[0][2] === is[0][2] ? [] : (['x'] as const)),
  ...(was[1][2] === is[1][2] ? [] : (['y'] as const)),
  ...(rotationOf(was) === rotationOf(is) ? [] : (['rotation'] as const)),
]

const cornered = entries(cornersOf, {
  topLeft: 'topLeftRadius',
  topRight: 'topRightRadius',
  bottomLeft: 'bottomLeftRadius',
  bottomRight: 'bottomRightRadius',
})

const stroked = both(
  entries(({ stroke }) => stroke, {
    weight: 'strokeWeight',
    align: 'strokeAlign',
    cap: 'strokeCap',
    join: 'strokeJoin',
    miterLimit: 'strokeMiterLimit',
    dashes: 'dashPattern',
  }),
  // Figma's own spelling of the first.
  entries(sidesOf, {
    top: 'stokeTopWeight',
    right: 'strokeRightWeight',
    bottom: 'strokeBottomWeight',
    left: 'strokeLeftWeight',
  }),
)

const laidOut = both(
  entries(({ autoLayout, restingLayout }) => ({ ...PLAIN_LAYOUT, mode: 'NONE', ...restingLayout, ...autoLayout }), {
    mode: 'layoutMode',
    wrap: 'layoutWrap',
    itemSpacing: 'itemSpacing',
    counterAxisSpacing: 'counterAxisSpacing',
    primaryAxisSizingMode: 'primaryAxisSizingMode',
    counterAxisSizingMode: 'counterAxisSizingMode',
    primaryAxisAlignItems: 'primaryAxisAlignItems',
    counterAxisAlignItems: 'counterAxisAlignItems',
    counterAxisAlignContent: 'counterAxisAlignContent',
    itemReverseZIndex: 'itemReverseZIndex',
  }),
  entries(({ autoLayout, restingLayout }) => (autoLayout ?? restingLayout ?? PLAIN_LAYOUT).padding, {
    top: 'paddingTop',
    right: 'paddingRight',
    bottom: 'paddingBottom',
    left: 'paddingLeft',
  }),
)

const written = both(
  entries(({ text }) => text ?? PLAIN_TEXT, {
    characters: 'characters',
    runs: 'styledTextSegments',
    alignHorizontal: 'textAlignHorizontal',
    alignVertical: 'textAlignVertical',
    autoResize: 'textAutoResize',
    truncation: 'textTruncation',
    maxLines: 'maxLines',
    paragraphSpacing: 'paragraphSpacing',
    paragraphIndent: 'paragraphIndent',
    autoRename: 'autoRename',
  }),
  entries(({ text }) => (text ?? PLAIN_TEXT).letters, {
    fontName: 'fontName',
    fontSize: 'fontSize',
    textCase: 'textCase',
    textDecoration: 'textDecoration',
    letterSpacing: 'letterSpacing',
    lineHeight: 'lineHeight',
  }),
)

/** Every field of the record, in the order in which changes are told. The typings name none for those that are empty. */
const TOLD_AS: { readonly [K in keyof LayerRecord]-?: Teller } = {
  id: always(),
  type: always('type'),
  name: always('name'),
  visible: always('visible'),
  locked: always('locked'),
  width: always('width'),
  height: always('height'),
  opacity: always('opacity'),
  blendMode: always('blendMode'),
  isMask: always('isMask'),
  maskType: always('maskType'),
  effects: always('effects'),
  cornerRadius: both(always('cornerRadius'), cornered),
  corners: cornered,
  cornerSmoothing: always('cornerSmoothing'),
  clipsContent: always('clipsContent'),
  constraints: always('constraints'),
  constrainProportions: always('constrainProportions'),
  targetAspectRatio: always('constrainProportions'),
  fills: (was) => [was.type === 'PAGE' ? 'backgrounds' : 'fills'],
  strokes: always('strokes'),
  stroke: stroked,
  styles: entries(({ styles }) => styles, {
    fill: 'fillStyleId',
    stroke: 'strokeStyleId',
    effect: 'effectStyleId',
    text: 'textStyleId',
    grid: 'gridStyleId',
  }),
  boundVariables: always(),
  variableModes: always(),
  layoutChild: entries(({ layoutChild }) => layoutChild, {
    positioning: 'layoutPositioning',
    align: 'layoutAlign',
    grow: 'layoutGrow',
    minWidth: 'minWidth',
    maxWidth: 'maxWidth',
    minHeight: 'minHeight',
    maxHeight: 'maxHeight',
  }),
  autoLayout: laidOut,
  restingLayout: laidOut,
  layoutGrids: always('layoutGrids'),
  guides: always('guides'),
  text: written,
  vectorPaths: always('vectorNetwork'),
  operation: always('booleanOperation'),
  pointCount: always('pointCount'),
  innerRadius: always('innerRadius'),
  arcData: always('arcData'),
  component: (was, is) => [
    ...(was.component?.description === is.component?.description ? [] : (['description'] as const)),
    ...(isSame(was.component?.definitions, is.component?.definitions)
      ? []
      : (['componentPropertyDefinitions'] as const)),
  ],
  instance: always('componentProperties'),
  mirror: always(),
  propertyReferences: always('componentPropertyReferences'),
  sectionContentsHidden: always(),
  style: always(),
  variable: always(),
  collection: always(),
  expanded: always('expanded'),
  reactions: always('reactions'),
  exportSettings: always('exportSettings'),
  pluginData: always('pluginData'),
  transform: transformed,
  parentId: always(),
  childIds: always(),
}
