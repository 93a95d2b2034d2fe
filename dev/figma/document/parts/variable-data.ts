import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** What a variable has beside its name (T:11769). */
export interface VariableData {
  /** 40 hex digits. */
  readonly key: string
  readonly collectionId: string
  readonly resolvedType: VariableType
  readonly description: string
  readonly hiddenFromPublishing: boolean
  readonly valuesByMode: Readonly<Record<string, VariableValue>>
  readonly scopes: readonly F.VariableScope[]
  readonly codeSyntax: Readonly<Partial<Record<F.CodeSyntaxPlatform, string>>>
}

/** What a variable collection has beside its name (T:11993). The first of its modes is the default. */
export interface CollectionData {
  /** 40 hex digits. */
  readonly key: string
  readonly hiddenFromPublishing: boolean
  readonly modes: readonly VariableMode[]
  readonly variableIds: readonly string[]
}

export interface VariableMode {
  readonly modeId: string
  readonly name: string
}

/** The types that are simulated: the typings also have EASING and TIMING, of prototypes. */
export type VariableType = 'BOOLEAN' | 'COLOR' | 'FLOAT' | 'STRING'

export type VariableValue = PlainValue | F.VariableAlias

/** What is left when all aliases are followed. */
export type PlainValue = boolean | string | number | F.RGBA
