import { type ReadonlySignal, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { fromStored, type PromptList, toStored, withPrompt } from '../presets/prompt-list.ts'
import { createPromptRecall } from './prompt-recall.ts'

export interface PromptsServices {
  code: Pick<Connection<Commands, Events>, 'call'>
}

export type PromptsModel = ReturnType<typeof createPrompts>

type Change = (list: PromptList) => PromptList

/** The prompts that were run last. They are kept for the next panel; other windows add to the same ones. */
export function createPrompts({ code }: PromptsServices) {
  const all = signal<PromptList>([])
  /** Whether the last change will not be there next time. */
  const unsaved = signal(false)
  /** Changes that are not stored yet. */
  const pending: Change[] = []
  let line: Promise<void> = Promise.resolve()
  /** The walk through them in each box. */
  const walks = new Map<string, ReturnType<typeof createPromptRecall>>()

  /** What other windows stored meanwhile stays: a change is made to what is stored now. */
  async function store() {
    try {
      const stored = await read()
      if (stored) {
        const count = pending.length
        const next = pending.reduce((list, change) => change(list), stored)
        if (count > 0) await code.call('savePrompts', { prompts: toStored(next) })
        pending.splice(0, count)
        show(pending.reduce((list, change) => change(list), next))
      }
      unsaved.value = stored === undefined && pending.length > 0
    } catch {
      unsaved.value = pending.length > 0
    }
  }
  const read = async () => fromStored(await code.call('readPrompts', {}))
  /** Where nothing is new the list stays the same, so that what goes by it goes on. */
  function show(next: PromptList) {
    if (next.join('\0') !== all.peek().join('\0')) all.value = next
  }
  function change(made: Change): Promise<void> {
    show(made(all.peek()))
    pending.push(made)
    return inLine()
  }
  const inLine = () => {
    line = line.then(store)
    return line
  }

  return {
    all: all as ReadonlySignal<PromptList>,
    unsaved: unsaved as ReadonlySignal<boolean>,
    /** ↑ and ↓ in the prompt's box. */
    step(by: 1 | -1, present: string, box = '') {
      const walk = walks.get(box) ?? createPromptRecall(all)
      walks.set(box, walk)
      return walk(by, present)
    },
    load: inLine,
    /** It was run. */
    add: (prompt: string) => change((list) => withPrompt(list, prompt)),
    /** Several were, together: the first of them, so that those before are not all pushed out. */
    addAll: (prompts: readonly string[]) =>
      change((list) => prompts.slice(0, MOST_TOGETHER).reduceRight((all, prompt) => withPrompt(all, prompt), list)),
    remove: (prompt: string) => change((list) => list.filter((other) => other !== prompt)),
    clear: () => change(() => []),
  }
}

const MOST_TOGETHER = 10
