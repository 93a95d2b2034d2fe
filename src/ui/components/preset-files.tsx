import { useRef } from 'preact/hooks'
import { FILE_NAME } from '../presets/preset-file.ts'
import type { PresetsModel } from '../state/presets.ts'
import { T } from '../texts.ts'
import { useBlobUrl } from './blob-url.ts'
import { Button } from './button.tsx'
import { FileLink } from './file-link.tsx'

/** The own presets from a file, and as one. */
export function PresetFiles({ presets }: { presets: Pick<PresetsModel, 'file' | 'import'> }) {
  const box = useRef<HTMLInputElement>(null)
  const url = useBlobUrl(presets.file.value)
  return (
    <>
      <Button size="small" onPress={() => box.current?.click()}>
        {T.importPresets}
      </Button>
      <input
        ref={box}
        type="file"
        hidden
        aria-label={T.presetFile}
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) void presets.import(file)
          // The same file may be chosen once more.
          currentTarget.value = ''
        }}
      />
      <FileLink url={url} file={FILE_NAME} title={T.exportPresetsNote}>
        {T.exportPresets}
      </FileLink>
    </>
  )
}
