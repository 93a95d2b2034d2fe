import * as z from 'zod/mini'
import { LONGEST } from './preset.ts'

/** Prompts that were run, newest first, no two the same. */
export type PromptList = readonly string[]

/** One more; where it is in the list already, it moves to the front. */
export const withPrompt = (list: PromptList, prompt: string): PromptList => withinRoom([prompt, ...list])

export const toStored = (prompts: PromptList) => ({ version: 1, prompts })

/** What was stored, without what is no prompt. Undefined where a later version stored it, which is not to be written over. */
export function fromStored(stored: unknown): PromptList | undefined {
  const { data } = z.safeParse(Stored, stored)
  if (!data) return []
  if (data.version !== 1) return undefined
  return withinRoom(data.prompts.filter((prompt) => typeof prompt === 'string'))
}

/** The newest that there is room for: what is kept of requests that are paid for needs room in the same storage. */
function withinRoom(prompts: readonly string[]): string[] {
  let room = ROOM
  return [...new Set(prompts)]
    .filter((prompt) => prompt.trim() !== '' && prompt.length <= LONGEST.prompt)
    .slice(0, MOST)
    .filter((prompt) => {
      room -= prompt.length
      return room >= 0
    })
}

const Stored = z.object({ version: z.number(), prompts: z.array(z.unknown()) })

const MOST = 50
/** Characters in all. */
const ROOM = 400_000
