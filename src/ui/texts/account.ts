// What is said of the key and the addresses of an account, before anything is sent with them.

export const UNSENDABLE_KEY = 'The API key holds a sign that no key has, such as a line break: paste it again.'
export const NO_ADDRESS = 'An address of the account cannot be called: write it as https://host.'
export const PLAIN_ADDRESS = 'Over http anyone on the way could read the key: write the address with https://.'

export const outOfReachText = (origin: string) =>
  `This copy of Refill may not reach ${origin}. Use another address, or ask who built it to allow this one: the README says how.`
