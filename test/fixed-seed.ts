import fc from 'fast-check'

// Every run draws the same cases, so that a green run is green again. REFILL_SEED=random draws others.
const { REFILL_SEED = '20261120' } = process.env
if (REFILL_SEED !== 'random') fc.configureGlobal({ seed: Number(REFILL_SEED) })
