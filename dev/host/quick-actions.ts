import type { Parameter, ParameterAnswer, QueryMode, Suggestion } from '../figma/editor.ts'
import { byId, element } from './element.ts'

/** How the asking ended: all was given, or the person wants to go on with something else. */
export type Asked = 'given' | 'cancelled'

/**
 * Figma's quick actions, as far as they ask for a plugin's parameters: a text box, and below it what the plugin suggests.
 * Enter takes the marked suggestion, or the text where any is taken, and goes on; Escape leaves.
 */
export function createQuickActions() {
  const bar = byId<HTMLDialogElement>('quick-actions')
  const label = byId('quick-actions-label')
  const box = byId<HTMLInputElement>('quick-actions-text')
  const list = byId('quick-actions-list')
  const note = byId('quick-actions-note')
  let step: Step | undefined

  interface Step {
    parameter: Parameter
    suggestions: Suggestion[]
    marked: number
    /** Nothing may be taken while the plugin objects or has not answered. */
    blocked: boolean
    type(text: string): void
    take(value: unknown): void
  }

  function show(answer: ParameterAnswer) {
    if (!step) return
    step.suggestions = 'suggestions' in answer ? answer.suggestions : []
    // An empty box leaves out what is optional, unless a suggestion was marked by hand.
    step.marked = step.parameter.optional && box.value === '' ? NONE : 0
    step.blocked = 'error' in answer
    note.textContent = 'error' in answer ? answer.error : 'loading' in answer ? answer.loading : ''
    note.classList.toggle('failing', 'error' in answer)
    drawList()
  }

  function drawList() {
    const { suggestions = [], marked = 0 } = step ?? {}
    list.replaceChildren(
      ...suggestions.map(({ name, data, icon, iconUrl }, index) => {
        const option = element('div', { id: `suggestion-${index}`, role: 'option', onclick: () => step?.take(data) })
        option.ariaSelected = String(index === marked)
        const source = iconUrl ?? (icon && URL.createObjectURL(blobOf(icon)))
        if (source) option.append(element('img', { src: source, alt: '' }))
        option.append(name)
        return option
      }),
    )
    box.setAttribute('aria-activedescendant', suggestions[marked] ? `suggestion-${marked}` : '')
  }

  function mark(by: number) {
    if (!step || step.suggestions.length === 0) return
    const { length } = step.suggestions
    step.marked = step.marked === NONE && by < 0 ? length - 1 : (step.marked + by + length) % length
    drawList()
  }

  function takeNow() {
    if (!step || step.blocked) return
    const { parameter, suggestions, marked, take } = step
    const suggestion = suggestions[marked]
    if (suggestion) return take(suggestion.data)
    if (box.value === '' && parameter.optional) return take(undefined)
    if (parameter.allowFreeform && box.value !== '') take(box.value)
  }

  box.addEventListener('input', () => step?.type(box.value))
  box.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') mark(1)
    else if (event.key === 'ArrowUp') mark(-1)
    else if (event.key === 'Enter') takeNow()
    else return
    event.preventDefault()
  })

  /** Asks for one parameter after the other and runs the plugin with what was given. */
  async function ask(title: string, query: QueryMode): Promise<Asked> {
    const values: Record<string, unknown> = {}
    const left = new Promise<'left'>((resolve) => bar.addEventListener('close', () => resolve('left'), { once: true }))
    bar.showModal()
    for (const parameter of query.parameters) {
      const given = new Promise<{ value: unknown }>((resolve) => {
        const type = (text: string) => {
          note.textContent = parameter.allowFreeform ? '' : LOADING
          query.type(parameter.key, text, { ...values }, show)
        }
        step = { parameter, suggestions: [], marked: 0, blocked: false, type, take: (value) => resolve({ value }) }
      })
      label.textContent = `${title} · ${parameter.name}`
      box.value = ''
      box.placeholder = parameter.description ?? parameter.name
      show({ suggestions: [] })
      step?.type('')
      box.focus()
      const answer = await Promise.race([given, left])
      if (answer === 'left') return 'cancelled'
      if (answer.value !== undefined) values[parameter.key] = answer.value
    }
    step = undefined
    bar.close()
    query.run(values)
    return 'given'
  }

  return { ask, close: () => bar.close() }
}

const blobOf = (icon: string | Uint8Array) =>
  typeof icon === 'string' ? new Blob([icon], { type: 'image/svg+xml' }) : new Blob([icon.slice().buffer])

/** No suggestion is marked. */
const NONE = -1
/** T:3480: Figma's own words. */
const LOADING = 'Loading Suggestions...'
