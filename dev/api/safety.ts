/** What a safety checker stops here: a few words stand for all it would know. */
export const isUnsafe = (prompt: string) => /\b(gore|nude|naked|bloody)\b/i.test(prompt)
