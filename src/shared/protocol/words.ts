/** What prompts may say of layers, in the order in which they were asked for. */
export interface ReadWords {
  layers: LayerWords[]
}

export interface LayerWords {
  id: string
  /** The name of its page. */
  page: string
  /** The values of the variants and instances that it is or lies in, by property; those of the nearest count. */
  properties: Record<string, string>
  /** The characters of the nearest text layer of each name, by token; none where there is none. */
  texts: Record<string, string>
}
