// Read by run.mjs before anything is installed, so it stands on nothing but Node.

/**
 * Whether a version fits a range as package.json writes one: `^20.19.0 || >=24`, `>= 18.12`, `20 || 22`.
 * @param {string} version
 * @param {string} range
 */
export function fitsRange(version, range) {
  const have = numbersIn(version)
  return range.split('||').some((part) => {
    const least = numbersIn(part)
    return atLeast(have, least) && (part.includes('>=') || have[0] === least[0])
  })
}

/**
 * One sentence for a Node that does not fit.
 * @param {string} version
 * @param {string} range
 */
export function refusalOf(version, range) {
  const lines = range.split('||').map((part) => {
    const [major, minor] = numbersIn(part)
    const least = minor === 0 ? `${major}` : `${major}.${minor}`
    return part.includes('>=') ? `${least} or newer` : `${least} or a later ${major}`
  })
  return `Refill needs Node ${lines.join(', ')}; this is ${version}.`
}

const numbersIn = (text) =>
  [0, 1, 2].map((place) => Number((/\d+(?:\.\d+)*/.exec(text)?.[0] ?? '0').split('.')[place] ?? 0))

const atLeast = (have, least) => {
  const place = least.findIndex((number, index) => number !== have[index])
  return place < 0 || have[place] > least[place]
}
