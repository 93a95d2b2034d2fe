import type { DocumentView } from './document-view.ts'
import { element, icon } from './element.ts'
import { type LayerLine, linesOf, selectionAfter } from './layer-lines.ts'

export interface LayerListActions {
  select(ids: string[]): void
  hover(id: string | undefined): void
}

/** The tree of layers: one tab stop; arrows move, fold and unfold; Enter selects, with Shift or ⌘ it adds. */
export function createLayerList(list: HTMLElement, { select, hover }: LayerListActions) {
  const folded = new Set<string>()
  let view: DocumentView | undefined
  let lines: LayerLine[] = []
  /** The one line that Tab reaches. */
  let active: string | undefined
  /** The selection that was last brought into view. */
  let seen = ''

  function show(next: DocumentView) {
    if (view && next.layers === view.layers && isSame(next.selected, view.selected)) return
    draw(next)
  }

  function draw(next: DocumentView) {
    view = next
    const focused = list.contains(document.activeElement)
    lines = linesOf(next.layers, folded)
    if (!lines.some(({ layer }) => layer.id === active)) {
      active = (lines.find(({ layer }) => next.selected.has(layer.id)) ?? lines[0])?.layer.id
    }
    list.replaceChildren(
      ...lines.map((line) => rowOf(line, next.selected.has(line.layer.id), line.layer.id === active)),
    )
    if (focused) focusActive()
    const chosen = [...next.selected].sort().join()
    if (chosen !== seen) list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    seen = chosen
  }

  const refresh = () => view && draw(view)
  const rows = () => [...list.children] as HTMLElement[]
  const focusActive = () =>
    rows()
      .find((row) => row.dataset.id === active)
      ?.focus()

  function fold(id: string, shut: boolean) {
    if (shut) folded.add(id)
    else folded.delete(id)
    refresh()
  }

  function choose(id: string, event: MouseEvent | KeyboardEvent) {
    active = id
    if (view) select(selectionAfter(view.selected, id, event.shiftKey || event.metaKey || event.ctrlKey))
  }

  function moveTo(index: number) {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    active = line?.layer.id
    for (const row of rows()) row.tabIndex = row.dataset.id === active ? 0 : -1
    focusActive()
  }

  const parentIndex = (index: number) =>
    lines.findLastIndex((line, other) => other < index && line.level < (lines[index]?.level ?? 0))

  function press(event: KeyboardEvent, index: number, line: LayerLine) {
    const { id } = line.layer
    if (event.key === 'ArrowDown') return moveTo(index + 1)
    if (event.key === 'ArrowUp') return moveTo(index - 1)
    if (event.key === 'Home') return moveTo(0)
    if (event.key === 'End') return moveTo(lines.length - 1)
    if (event.key === 'ArrowRight') return line.expanded === false ? fold(id, false) : moveTo(index + 1)
    if (event.key === 'ArrowLeft') return line.expanded ? fold(id, true) : moveTo(parentIndex(index))
    choose(id, event)
  }

  const idOf = ({ target }: Event) => (target as Element).closest<HTMLElement>('[data-id]')?.dataset.id

  list.addEventListener('click', (event) => {
    const id = idOf(event)
    if (!id) return
    const line = lines.find(({ layer }) => layer.id === id)
    if (line?.expanded !== undefined && (event.target as Element).closest('.fold')) return fold(id, line.expanded)
    choose(id, event)
    focusActive()
  })
  list.addEventListener('keydown', (event) => {
    const index = lines.findIndex(({ layer }) => layer.id === idOf(event))
    const line = lines[index]
    if (!line || !KEYS.has(event.key)) return
    event.preventDefault()
    press(event, index, line)
  })
  list.addEventListener('pointerover', (event) => hover(idOf(event)))
  list.addEventListener('pointerleave', () => hover(undefined))

  return { show, toTop: () => list.parentElement?.scrollTo(0, 0) }
}

function rowOf({ layer, level, position, siblings, expanded, hidden }: LayerLine, selected: boolean, active: boolean) {
  const fold = element('span', { className: 'fold' }, ...(expanded === undefined ? [] : [icon(ICONS.fold)]))
  const row = element('div', { role: 'treeitem', tabIndex: active ? 0 : -1 }, fold, icon(ICONS[layer.type]))
  row.append(element('span', { textContent: layer.name }))
  row.classList.toggle('dim', hidden)
  row.dataset.id = layer.id
  row.style.setProperty('--depth', String(level))
  row.ariaLabel = hidden ? `${layer.name}, hidden` : layer.name
  row.ariaLevel = String(level)
  row.ariaPosInSet = String(position)
  row.ariaSetSize = String(siblings)
  row.ariaSelected = String(selected)
  if (expanded !== undefined) row.ariaExpanded = String(expanded)
  return row
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((id) => other.has(id))

const KEYS = new Set(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', ' '])
const ICONS = {
  fold: 'm3.5 5 2.5 2.5L8.5 5',
  FRAME: 'M3.5 1v10M8.5 1v10M1 3.5h10M1 8.5h10',
  RECTANGLE: 'M1.5 2.5h9v7h-9z',
  GROUP: 'M1.5 4V1.5H4M8 1.5h2.5V4M10.5 8v2.5H8M4 10.5H1.5V8',
  SECTION: 'M1.5 1.5h9v9h-9zM1.5 4.5h9',
  COMPONENT: 'm6 1 5 5-5 5-5-5z',
  COMPONENT_SET: 'm6 1 5 5-5 5-5-5zM3.5 3.5l5 5M8.5 3.5l-5 5',
  INSTANCE: 'm6 2.5 3.5 3.5L6 9.5 2.5 6z',
  BOOLEAN_OPERATION: 'M1.5 1.5h6v6h-6zM4.5 4.5h6v6h-6z',
  ELLIPSE: 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  POLYGON: 'M6 1.5l4.5 9h-9z',
  STAR: 'm6 1 1.5 3.5 3.5.3-2.7 2.4.9 3.8L6 9 2.8 11l.9-3.8L1 4.8l3.5-.3z',
  LINE: 'M1.5 10.5l9-9',
  VECTOR: 'M1.5 10C2 4 8 8 10.5 2',
  TEXT: 'M2 3V1.5h8V3M6 1.5v9M4.5 10.5h3',
  SLICE: 'M1 3h6M9 3h2v6M11 11H5M3 11H1V5',
}
