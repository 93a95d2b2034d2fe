import axe from 'axe-core'
import { type ComponentChild, render } from 'preact'
import { act } from 'preact/test-utils'
import { settled } from '../jobs/fakes.ts'

/** Shows it as the page's whole content; without an argument the page is emptied. */
export const show = (content: ComponentChild = null) => act(() => render(content, document.body))

/** Every element with this role, and this name where one is given, as axe reckons them. */
export function allByRole(role: string, name?: string): HTMLElement[] {
  axe.setup(document.body)
  try {
    return [...document.body.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        roleOf(element) === role && (name === undefined || axe.commons.text.accessibleText(element).trim() === name),
    )
  } finally {
    axe.teardown()
  }
}

// axe has it, and its types leave it out.
const { getRole: roleOf } = axe.commons.aria as unknown as { getRole(element: Element): string | null }

/** The one element with this role and name. */
export function byRole<E extends HTMLElement = HTMLElement>(role: string, name?: string): E {
  const [first, ...others] = allByRole(role, name)
  if (!first || others.length > 0) {
    throw new Error(`${others.length + Number(Boolean(first))} × ${role} “${name}” in ${document.body.innerHTML}`)
  }
  return first as E
}

export const isShown = (role: string, name?: string) => allByRole(role, name).length > 0

/** What stands there to read, a space between its pieces. */
export function words(element: Element = document.body): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const pieces: string[] = []
  while (walker.nextNode()) pieces.push(walker.currentNode.textContent ?? '')
  return pieces.join(' ').replace(/\s+/g, ' ').trim()
}

/** Does it, and lets the panel follow. */
export const perform = (action: () => unknown) =>
  act(async () => {
    action()
    await settled()
  })

export const press = (element: HTMLElement) => perform(() => element.click())

export const pressKey = (element: HTMLElement, key: string, held: KeyboardEventInit = {}) =>
  perform(() => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })))

export const type = (box: HTMLInputElement | HTMLTextAreaElement, text: string) =>
  perform(() => {
    box.value = text
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })

export const choose = (box: HTMLSelectElement, value: string) =>
  perform(() => {
    box.value = value
    box.dispatchEvent(new Event('change', { bubbles: true }))
  })

/** Closed options have no names for anyone. */
export const openOptions = () =>
  perform(() => {
    document.querySelector('details')!.open = true
  })

/** What axe finds, but for colours, which need a browser that paints. */
export async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
