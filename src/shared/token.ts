/** What a name is compared as, where a designer writes it by hand: in any case, and however its letters are composed. */
export const tokenOf = (name: string) => name.normalize().trim().toLowerCase()
