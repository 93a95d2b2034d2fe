import type { ReadonlySignal } from '@preact/signals'
import type { PromptList } from '../presets/prompt-list.ts'

/**
 * Walks through the prompts that were run, as a shell does: what was being typed waits below the newest, and what is changed
 * on the way stays changed. A prompt that is run begins the walk anew.
 */
export function createPromptRecall(prompts: ReadonlySignal<PromptList>) {
  let list = prompts.peek()
  let position = TYPED
  let texts = new Map<number, string>()

  /** What stands one step further back (1) or forth (-1) than `present`; undefined at either end. */
  return (by: 1 | -1, present: string): string | undefined => {
    if (list !== prompts.peek()) {
      list = prompts.peek()
      position = TYPED
      texts = new Map()
    }
    texts.set(position, present)
    for (let next = position + by; next >= TYPED && next < list.length; next += by) {
      const text = texts.get(next) ?? list[next] ?? ''
      // A step that changes nothing would look like none.
      if (text === present && next !== TYPED) continue
      position = next
      return text
    }
    return undefined
  }
}

/** The place of what is being typed. */
const TYPED = -1
