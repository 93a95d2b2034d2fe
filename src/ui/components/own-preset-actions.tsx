import { removePresetAsks, replacePresetAsks } from '../texts/presets.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { ConfirmButton } from './confirm-button.tsx'

interface Props {
  name: string
  onRename: () => void
  onReplace: () => void
  onRemove: () => void
}

/** What may be done with a preset of one's own. What would be lost is asked for first. */
export function OwnPresetActions({ name, onRename, onReplace, onRemove }: Props) {
  return (
    <>
      <Button size="small" name={name} onPress={onRename}>
        {T.rename}
      </Button>
      <ConfirmButton
        label={T.replacePreset}
        name={name}
        question={replacePresetAsks(name)}
        answer={T.replace}
        onConfirm={onReplace}
      />
      <ConfirmButton
        label={T.remove}
        name={name}
        question={removePresetAsks(name)}
        answer={T.remove}
        onConfirm={onRemove}
      />
    </>
  )
}
