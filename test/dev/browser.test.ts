import { afterEach, expect, test, vi } from 'vitest'
import { installedBrowser } from '../../dev/browser.ts'

afterEach(() => void vi.unstubAllEnvs())

test('a browser that is named goes before those that are found', () => {
  vi.stubEnv('REFILL_BROWSER', process.execPath)
  expect(installedBrowser()).toBe(process.execPath)
})

test('a browser that is named and not there is not passed over', () => {
  vi.stubEnv('REFILL_BROWSER', '/nowhere/chrome')
  expect(installedBrowser).toThrow('REFILL_BROWSER is “/nowhere/chrome”: there is no such file.')
})
