import { MICROS } from '../wallet.ts'

export interface OpenAiModel {
  id: string
  /** Millionths of a USD for each picture; `undefined` for a model that makes none. */
  price: number | undefined
}

/** The prices are the stand-in's own: OpenAI counts tokens. */
export const OPENAI_MODELS: readonly OpenAiModel[] = [
  { id: 'gpt-image-1', price: MICROS / 25 },
  { id: 'gpt-image-1-mini', price: MICROS / 100 },
  { id: 'gpt-4o-mini', price: undefined },
]

export const toOpenAiEntry = ({ id }: OpenAiModel) => ({
  id,
  object: 'model',
  created: 1_750_000_000,
  owned_by: 'openai',
})
