import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { T } from '../../src/ui/texts.ts'
import { meanDifference } from '../harness/pixels.ts'
import { playgroundForTests } from '../harness/playground.ts'
import { type Sent, watchRequests } from '../harness/sent-requests.ts'

// Each provider beside Lumenfall, from Settings to a picture on a layer, with the accounts that the playground brings.

const playground = playgroundForTests({ latency: 0 })
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

interface Case {
  name: string
  id: 'pixeldojo' | 'pixazo' | 'openai'
  label: string
  /** The header of its key, and where no other may be: on the way to the service or to the relay. */
  keyHeader: string
  /** What is done in Settings beyond choosing it. */
  way?: 'straight' | 'relay'
  check: RegExp
  price?: string
  /** Below the run, once it is over. */
  charged: RegExp
}

/** No answer of theirs tells what was charged, so the panel does not claim it. */
const UNTOLD = /^1 of 1 · added/

const CASES: Case[] = [
  {
    ...{ name: 'PixelDojo', id: 'pixeldojo', label: 'PixelDojo', keyHeader: 'authorization' },
    ...{ check: /^It works\. One edit costs 0\.25 credits\./, price: '0.25 credits for 1 result' },
    charged: /^1 of 1 · charged 0\.25 credits\b/,
  },
  {
    ...{ name: 'Pixazo, straight', id: 'pixazo', label: 'Pixazo', keyHeader: 'ocp-apim-subscription-key' },
    ...{ way: 'straight', check: /^It works\. One edit costs \$0\.01\./, price: '$0.01 for 1 result' },
    charged: UNTOLD,
  },
  {
    ...{ name: 'Pixazo, pictures by the relay', id: 'pixazo', label: 'Pixazo', keyHeader: 'ocp-apim-subscription-key' },
    ...{ way: 'relay', check: /^It works\. One edit costs \$0\.01\./, price: '$0.01 for 1 result' },
    charged: UNTOLD,
  },
  {
    ...{ name: 'an OpenAI-compatible server', id: 'openai', label: 'OpenAI-compatible', keyHeader: 'authorization' },
    ...{ check: /^It works\.$/, charged: UNTOLD },
  },
]

test.each(CASES)('$name is chosen, checked, refuses for want of money, and edits', async (provider) => {
  const { id, way, check, price, charged } = provider
  const service = playground.standIns[id]
  const { panel, page, layer, png, rows, run, select, complaints } = await playground.open()
  const sent = watchRequests(page)
  service.forget()
  const box = (name: string) => panel.getByRole('textbox', { name, exact: true })
  const button = (name: string) => panel.getByRole('button', { name, exact: true })

  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('combobox', { name: T.provider }).selectOption({ label: provider.label })
  if (way === 'straight') await box(T.relay).fill('')
  if (way === 'relay') await panel.getByRole('combobox', { name: T.pictures }).selectOption(T.picturesByRelay)
  await button(T.check).click()
  await panel.getByRole('status').getByText(check).waitFor()

  await panel.getByRole('tab', { name: 'Edit' }).click()
  await select('Hero photo')
  if (price) await panel.getByText(price).waitFor()
  const before = await png('Hero photo')
  const balance = service.balance
  service.plan(['funds'])
  await run('starry night sky')
  await rows.getByRole('alert').getByText('The account is empty', { exact: true }).waitFor()
  expect(service.balance).toBe(balance)
  expect(await meanDifference(before, await png('Hero photo'))).toBe(0)

  await button('Retry Hero photo').click()
  await panel.getByText(charged).waitFor({ timeout: POLLING })
  await rows.getByText('Done', { exact: true }).waitFor()
  expect(service.balance).toBeLessThan(balance)
  expect((await layer('Hero photo')).fills.filter(({ type, visible }) => type === 'IMAGE' && visible)).toHaveLength(1)
  expect(await meanDifference(before, await png('Hero photo'))).toBeGreaterThan(10)
  expect(complaints).toEqual([])

  if (id !== 'openai') await assertWay(way, playground.standIns[id].fetches)
  await assertSecretsKept(provider, await sent())
  const kept = await page.evaluate(() => JSON.stringify([window.playground.messages(), window.playground.document()]))
  for (const secret of [service.key, playground.standIns.relay.token]) expect(kept).not.toContain(secret)
})

/** The service fetched the picture from the relay, which has forgotten it since; or it came whole in the request. */
async function assertWay(way: Case['way'], fetches: readonly { address: string }[]) {
  if (way !== 'relay') return expect(fetches).toEqual([])
  expect(fetches).toHaveLength(1)
  const { address } = fetches[0]!
  expect(address.startsWith(`${playground.standIns.relay.url}/files/`)).toBe(true)
  await expect.poll(async () => (await fetch(address)).status).toBe(404)
}

async function assertSecretsKept({ id, way, keyHeader }: Case, sent: readonly Sent[]) {
  const { relay, lumenfall } = playground.standIns
  const { key, url, requests } = playground.standIns[id]
  const mine = sent.filter(({ origin }) => origin !== lumenfall.url)
  const byRelay = id !== 'openai' && way !== 'straight'
  const media = id === 'openai' ? undefined : playground.standIns[id].media
  expect(new Set(mine.map(({ origin }) => origin))).toEqual(
    new Set(byRelay ? [relay.url] : media ? [url, media.url] : [url]),
  )
  expect(mine.some(({ headers }) => headers[keyHeader]?.includes(key))).toBe(true)
  for (const { open, headers, origin } of sent) {
    const namesOf = (secret: string) => Object.keys(headers).filter((name) => headers[name]!.includes(secret))
    expect(open).not.toContain(key)
    expect(open).not.toContain(relay.token)
    expect([[], [keyHeader]]).toContainEqual(namesOf(key))
    expect(namesOf(relay.token)).toEqual(origin === relay.url ? ['x-refill-relay'] : [])
    if (origin === media?.url || origin === lumenfall.url) expect(namesOf(key)).toEqual([])
  }
  // What reached the services, by the relay too: the key in its header, and the token nowhere.
  expect(requests.filter(({ method }) => method !== 'OPTIONS').every(({ withKey }) => withKey)).toBe(true)
  expect(JSON.stringify(requests.map(({ files, ...rest }) => rest))).not.toMatch(
    new RegExp(`\\(the key\\)|${relay.token}`),
  )
  expect(media?.requests.some(({ withKey }) => withKey) ?? false).toBe(false)
}

/** ms: PixelDojo is first asked after 2 s, Pixazo after 5 s. */
const POLLING = 20_000
