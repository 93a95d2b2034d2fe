import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { LayerResult } from '../../shared/protocol.ts'
import type { Models } from '../state/models.ts'
import { ResultStrip } from './result-strip.tsx'

interface Props {
  layer: { id: string; name: string }
  models: Models
  children?: ComponentChildren
  onPrompt: () => void
}

/** The results on one layer, read from the document while they are shown. */
export function LayerResults({ layer: { id, name }, models, onPrompt, children }: Props) {
  const { results, gallery, thumbnails, promptList, providers, references } = models
  useEffect(() => results.follow(id), [id])
  return (
    <ResultStrip
      name={name}
      found={results.of(id)}
      urlOf={(result) => thumbnails.urlOf(imageOf(result))}
      onWant={(result) => thumbnails.want(imageOf(result))}
      onShow={(result) => void results.show(id, result)}
      onOpen={(result) => gallery.open({ id, name }, result)}
      onMark={(result) => void results.mark(id, result, !result.favourite)}
      onKeepFavourites={() => void results.keepFavourites(id)}
      onKeepOnly={(result) => void results.keepOnly(id, result)}
      onUse={(made) => {
        promptList.form.recall(made, providers.current.value.id)
        onPrompt()
      }}
      onRefer={references.limit.value > 0 ? (result) => void references.addResult(result, name) : undefined}
      onBackToStyle={() => void results.backToStyle(id)}
    >
      {children}
    </ResultStrip>
  )
}

export const imageOf = ({ on, hash }: LayerResult) => ({ id: on, source: { kind: 'image', hash } }) as const
