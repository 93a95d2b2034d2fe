import type { Can, EditOptions } from '../providers/provider.ts'
import { nameText } from '../texts/phrases.ts'
import { T } from '../texts.ts'
import { SelectField } from './select-field.tsx'

interface Props {
  can: Can
  options: EditOptions
  onOption: (part: Partial<EditOptions>) => void
}

/** What OpenAI's models may be asked beyond the picture; each only where the model takes it. */
export function QualityFields({ can: { qualities, backgrounds, inputFidelity }, options, onOption }: Props) {
  const fields = [
    { name: 'quality', label: T.quality, words: qualities },
    { name: 'background', label: T.background, words: backgrounds },
    { name: 'inputFidelity', label: T.fidelity, words: inputFidelity && FIDELITIES },
  ] as const
  return (
    <>
      {fields.map(
        ({ name, label, words }) =>
          words && (
            <SelectField
              key={name}
              label={label}
              value={words.find((word) => word === options[name]) ?? ''}
              choices={[
                { value: '', label: T.formatDefault },
                ...words.map((word) => ({ value: word, label: nameText(word) })),
              ]}
              onChange={(word) => onOption({ [name]: word || undefined })}
            />
          ),
      )}
    </>
  )
}

/** OpenAI's words for how closely faces and marks are kept. */
const FIDELITIES: readonly string[] = ['high', 'low']
