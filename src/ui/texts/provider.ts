import type { Checked } from '../providers/provider.ts'
import { moneyText } from './money.ts'

interface Leaving {
  /** The provider's. */
  id: string
  label: string
  host: string
  /** The host of the relay, where one is used. */
  relay: string | undefined
  keepsPictures: boolean
  /** Whether it tells an address of the designer's own. */
  callsBack: boolean
}

export const privacy = ({ id, label, host, relay, keepsPictures, callsBack }: Leaving) =>
  [
    'When you run an edit, the image of each layer, the references and your prompt, with the words of layers that it ',
    `names, and when you upscale, also before an export, each image that a model makes larger, go to ${label} at ${host}`,
    relay ? ` through your relay at ${relay}, and to nobody else; ` : ', and to nobody else; ',
    'until then, no image and no prompt leaves this file. Metadata such as place and camera is removed first. ',
    keepsPictures && 'Your relay keeps each image for an hour at the most, at an address that cannot be guessed. ',
    callsBack && 'Your callback address goes along with each edit, and is told what came of it. ',
    PRIVACY_OF[id] ?? ASKED_BEFORE,
    'Your key is kept on this computer, in Figma’s storage for this plugin, and goes the same way. ',
    relay && 'The token of your relay is kept there too, and goes to the relay alone. ',
    'The prompt, model and cost of a result are kept on its layer, where others with access to the file can read them.',
  ]
    .filter(Boolean)
    .join('')

const ASKED_BEFORE =
  'Once there is a key, it goes there when the panel opens, when the selection or an option changes and after a run, ' +
  'to ask for its models, the balance and the price, which is asked with your options and a blank image; and after an ' +
  'answer that was lost, to ask what it was charged. '

const ASKED_AGAIN = 'What is under way when the panel closes is asked for when it opens again. '

/** Where other things are asked, or something else becomes of a picture. */
const PRIVACY_OF: Readonly<Record<string, string>> = {
  pixeldojo:
    'PixelDojo runs this model with content moderation disabled: what you send is not checked, and what comes back is up ' +
    `to you. It keeps results for a time at addresses that need no key. ${ASKED_AGAIN}`,
  pixazo: `Pixazo keeps results at addresses that need no key. ${ASKED_AGAIN}`,
  openai: 'Once there is a key or an address of your own, it is asked for its models when the panel opens. ',
}

export const ceilingLabel = (unit: string | undefined) => ['Ceiling per run', unit].filter(Boolean).join(', ')

export const works = ({ price, balance, dataAddresses }: Checked) =>
  [
    'It works.',
    price && `One edit costs ${moneyText(price)}.`,
    balance && `On the account: ${moneyText(balance)}.`,
    dataAddresses === 'unknown' && 'Whether it takes images in the request shows with the first run.',
  ]
    .filter(Boolean)
    .join(' ')

export const noKeyText = (provider: string) => `There is no key for ${provider} yet. Paste one first.`

/** Where another provider has a key. */
export const noKeyHere = (provider: string) => `No key for ${provider} yet.`
export const useProvider = (provider: string) => `Use ${provider}`
