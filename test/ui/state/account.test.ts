import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Checked, Provider } from '../../../src/ui/providers/provider.ts'
import { createAccount } from '../../../src/ui/state/account.ts'
import { contextWith, fakeProvider, hold, settled } from '../jobs/fakes.ts'

const stage = (part: Partial<Provider>) =>
  createAccount({ reach: (signal) => ({ provider: fakeProvider(part), context: contextWith(signal) }) })

test('Check asks for the model that would run, and tells price and balance', async () => {
  let model: string | undefined
  const told = { price: { amount: 0.01, unit: 'USD' }, balance: { amount: 5, unit: 'USD' } }
  const account = stage({
    check: async (_, asked) => {
      model = asked
      return told
    },
  })
  const check = account.askCheck('p-image-edit')
  expect(account.check.value).toEqual({ at: 'checking' })
  await check
  expect(model).toBe('p-image-edit')
  expect(account.check.value).toEqual({ at: 'works', ...told })
  expect(account.balance.value).toEqual(told.balance)
})

test('Check says why it does not work', async () => {
  const error = new AppError('denied', 'The provider says: “Unknown key”.')
  const account = stage({ check: () => Promise.reject(error) })
  await account.askCheck('p-image-edit')
  expect(account.check.value).toEqual({ at: 'fails', error })
})

test('an account that cannot be used says so at Check', async () => {
  const account = createAccount({
    reach: () => {
      throw new AppError('settings', 'Paste your API key first.')
    },
  })
  await account.askCheck('p-image-edit')
  expect(account.check.value).toMatchObject({ at: 'fails', error: { fault: 'settings' } })
})

test('models and balance that do not come are no fault', async () => {
  const account = stage({
    models: () => Promise.reject(new Error('offline')),
    balance: () => Promise.reject(new Error('offline')),
  })
  await Promise.all([account.askModels(), account.askBalance()])
  expect(account.models.value).toEqual([])
  expect(account.balance.value).toBeUndefined()
  expect(account.check.value).toEqual({ at: 'unchecked' })
})

test('what is told of an account that was left meanwhile is dropped, and its requests are stopped', async () => {
  const check = hold<Checked>()
  const models = hold<string[]>()
  const signals: AbortSignal[] = []
  const account = stage({
    check: ({ signal }) => {
      signals.push(signal)
      return check.promise
    },
    models: () => models.promise,
  })
  const asked = [account.askCheck('p-image-edit'), account.askModels()]
  account.forget()
  check.resolve({ balance: { amount: 5, unit: 'USD' } })
  models.resolve(['a'])
  await Promise.all(asked)
  await settled()
  expect(signals[0]?.aborted).toBe(true)
  expect(account.check.value).toEqual({ at: 'unchecked' })
  expect(account.balance.value).toBeUndefined()
  expect(account.models.value).toEqual([])
})

test('a check that fails for an account that was left is dropped too', async () => {
  const check = hold<Checked>()
  const account = stage({ check: () => check.promise })
  const asked = account.askCheck('p-image-edit')
  account.forget()
  check.reject(new AppError('denied', 'No.'))
  await asked
  expect(account.check.value).toEqual({ at: 'unchecked' })
})

test('a check of no model is refused before anyone is asked', async () => {
  let asked = 0
  const account = stage({
    check: async () => {
      asked++
      return {}
    },
  })
  await account.askCheck('')
  expect(account.check.value).toMatchObject({ at: 'fails', error: { fault: 'settings', message: 'Choose a model.' } })
  expect(asked).toBe(0)
})

test('a model that was named by hand is asked for by its name, and one of the list is not', async () => {
  const asked: string[] = []
  const account = stage({
    models: async () => ['listed'],
    hasModel: async (model) => {
      asked.push(model)
      return model === 'left-out'
    },
  })
  await account.askModels()
  for (const model of ['listed', 'left-out', '', 'wrong']) await account.askModel(model)
  expect(asked).toEqual(['left-out', 'wrong'])
  expect(['left-out', 'wrong', ''].map(account.isUnknown)).toEqual([false, true, false])
  account.forget()
  expect(account.isUnknown('wrong')).toBe(false)
})
