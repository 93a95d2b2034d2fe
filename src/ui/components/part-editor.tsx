import { useEffect, useRef, useState } from 'preact/hooks'
import type { Rect } from '../../shared/picture.ts'
import { boundsOn, type RegionsModel } from '../state/regions.ts'
import type { EditableRow } from '../state/selection.ts'
import { named } from '../texts/phrases.ts'
import { between, drawnPart, partName, R } from '../texts/regions.ts'
import { nameOf } from '../texts/selection.ts'
import { sizeText } from '../texts/sizes.ts'
import { Button } from './button.tsx'
import { isFocusIn, useClosable } from './closable.ts'
import { IconButton } from './icon-button.tsx'
import { LimitField } from './limit-field.tsx'
import css from './part.module.css'
import { PartPreview } from './part-preview.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

interface Props {
  row: EditableRow
  regions: RegionsModel
  /** The whole picture, as an address; undefined until it is read. */
  url: string | undefined
  /** Whether the focus went with it. */
  onClose: (hadFocus: boolean) => void
}

/** Where the parts of a row's picture are drawn and chosen. */
export function PartEditor({ row, regions, url, onClose }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<string>()
  /** The part that was drawn or moved last: where it lies is said. */
  const [told, setTold] = useState<string>()
  useEffect(() => void regions.offer(row), [row.key])
  useClosable(place, () => onClose(isFocusIn(place.current)))
  const { margin, softness, corrects } = regions.settings.value
  const all = regions.of(row)
  const offered = regions.offeredOn(row)
  const nameOfPart = ({ layer }: (typeof all)[number], index: number) => layer?.name ?? partName(index + 1)
  const toldAt = all.findIndex(({ id }) => id === told)
  const draw = (bounds: Rect) => {
    const id = regions.draw(row, bounds)
    setSelected(id)
    setTold(id)
  }
  // In the middle; another one beside that, or it would be paid for and not be seen.
  const next = () => {
    const at = 1 / 4 + (all.length % 5) / 20
    return { x: row.width * at, y: row.height * at, width: row.width / 2, height: row.height / 2 }
  }
  // Of the part that was removed: to another one, or to where the next is added.
  useKeptFocus(place, ({ list }) => {
    // The row that all of this lies in is a list's, too.
    const others =
      list && place.current?.contains(list) ? list : place.current?.querySelector<HTMLElement>(':scope > fieldset')
    return others?.querySelector('button') ? others : place.current?.querySelector<HTMLElement>('[data-actions]')
  })
  return (
    <div ref={place} class={css.editor} data-parts>
      <p class={css.quiet}>{R.draw}</p>
      <PartPreview
        row={row}
        url={url}
        parts={all}
        selected={selected}
        onSelect={(id) => {
          setSelected(id)
          setTold(undefined)
        }}
        onDraw={draw}
        onMove={(id, bounds) => {
          regions.move(row, id, bounds)
          setTold(id)
        }}
        onRemove={(id) => regions.remove(row, id)}
      />
      <p class={css.quiet}>{R.drawHint}</p>
      <p role="status" data-heard>
        {toldAt >= 0 && drawnPart(nameOfPart(all[toldAt]!, toldAt), boundsOn(row, all[toldAt]!.share))}
      </p>
      <div class={css.actions} data-actions>
        <Button size="small" name={nameOf(row)} onPress={() => draw(next())}>
          {R.add}
        </Button>
        {offered.length > 0 && (
          <select
            class={css.layers}
            aria-label={named(R.useLayer, nameOf(row))}
            value=""
            onChange={({ currentTarget }) => {
              const layer = offered.find(({ id }) => id === currentTarget.value)
              if (layer) void regions.use(row, layer)
            }}
          >
            <option value="">{R.useLayer}</option>
            {offered.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </div>
      {offered.length === 0 && all.length === 0 && <p class={css.quiet}>{R.noLayers}</p>}
      {all.length > 0 && (
        <ul class={css.parts} aria-label={R.parts}>
          {all.map((part, index) => (
            <li key={part.id} data-selected={part.id === selected}>
              <span class={css.name}>{nameOfPart(part, index)}</span>
              <span class={css.quiet}>{sizeText(boundsOn(row, part.share))}</span>
              <IconButton
                label={R.remove}
                name={nameOfPart(part, index)}
                path="M3 3l8 8M11 3l-8 8"
                onPress={() => regions.remove(row, part.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {all.length > 1 && <p class={css.quiet}>{R.several}</p>}
      <div class={css.numbers}>
        <PercentField label={R.margin} value={margin} {...MARGINS} onChange={(margin) => regions.change({ margin })} />
        <PercentField
          label={R.softness}
          value={softness}
          {...SOFTNESSES}
          onChange={(softness) => regions.change({ softness })}
        />
      </div>
      <label class={css.tick}>
        <input
          type="checkbox"
          checked={corrects}
          aria-label={`${R.match}, ${nameOf(row)}`}
          onChange={({ currentTarget }) => regions.change({ corrects: currentTarget.checked })}
        />
        {R.match}
      </label>
    </div>
  )
}

interface PercentProps {
  label: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
}

/** A box for a share in %. */
function PercentField({ label, value, least, most, onChange }: PercentProps) {
  return (
    <LimitField
      {...{ label, value, least, most }}
      step="any"
      isGood={(value) => value !== undefined && value >= least && value <= most}
      wrong={between(least, most)}
      onChange={(value) => value !== undefined && onChange(value)}
    />
  )
}

/** % */
const MARGINS = { least: 5, most: 200 }
const SOFTNESSES = { least: 0, most: 50 }
