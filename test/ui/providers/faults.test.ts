import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../src/shared/errors.ts'
import { answeredIn, faultIn, faultOf, isFailure, toPlainText } from '../../../src/ui/providers/faults.ts'

const fault = (status: number, body: unknown) => faultIn(new Response(null, { status }), { body, secrets: [] })

describe('the table from an answer to a fault', () => {
  const statuses: [number, Fault][] = [
    [400, 'refused'],
    [401, 'denied'],
    [402, 'funds'],
    [403, 'denied'],
    [404, 'refused'],
    [413, 'refused'],
    [418, 'provider'],
    [422, 'refused'],
    [429, 'busy'],
    [500, 'provider'],
    [502, 'busy'],
    [503, 'busy'],
    [504, 'busy'],
    [524, 'provider'],
    [200, 'provider'],
  ]
  test.each(statuses)('%i is %s', (status, expected) => {
    expect(faultOf(status)).toBe(expected)
  })

  const codes: [string, Fault][] = [
    ['INSUFFICIENT_BALANCE', 'funds'],
    ['AUTHENTICATION_FAILED', 'denied'],
    ['CONTENT_POLICY_VIOLATION', 'refused'],
    ['RATE_LIMITED', 'busy'],
    ['ALL_PROVIDERS_EXHAUSTED', 'busy'],
  ]
  test.each(codes)('%s is %s, whatever the status', (code, expected) => {
    for (const status of [200, 400, 500]) expect(faultOf(status, code)).toBe(expected)
  })

  test('a code that says nothing leaves the status to decide', () => {
    expect(faultOf(402, 'UPSTREAM_ERROR')).toBe('funds')
    expect(faultOf(400, 'constructor')).toBe('refused')
  })
})

describe('the dialects of failure', () => {
  test('OpenAI and Lumenfall: an object with message, type and code', () => {
    const body = {
      error: { message: 'Insufficient balance: $0.05 required.', type: 'x', code: 'INSUFFICIENT_BALANCE' },
    }
    const thrown = fault(402, body)
    expect(thrown).toMatchObject({
      fault: 'funds',
      message: 'The provider says: “Insufficient balance: $0.05 required”.',
    })
    expect(answeredIn(thrown)).toMatchObject({ status: 402, code: 'INSUFFICIENT_BALANCE' })
  })

  test('OpenAI without a code: the type decides', () => {
    const body = { error: { message: 'You exceeded your quota', type: 'insufficient_quota', param: null, code: null } }
    expect(fault(429, body).fault).toBe('funds')
  })

  test('PixelDojo: an object with code, message and status', () => {
    const body = { error: { code: 'insufficient_credits', message: 'Not enough credits', status: 403 } }
    expect(fault(403, body)).toMatchObject({ fault: 'funds', message: 'The provider says: “Not enough credits”.' })
  })

  test('Pixazo: a string, with a sentence beside it', () => {
    const body = { error: 'Insufficient Balance', message: 'Your wallet does not have enough balance. Required: $0.01' }
    expect(fault(400, body)).toMatchObject({
      fault: 'funds',
      message: 'The provider says: “Your wallet does not have enough balance. Required: $0.01”.',
    })
  })

  test.each([{ message: 'Access denied' }, { error: { message: 'Access denied' } }, { error: 'Access denied' }])(
    'a part of them is enough: %j',
    (body) => {
      expect(fault(401, body)).toMatchObject({ fault: 'denied', message: 'The provider says: “Access denied”.' })
    },
  )

  test.each(['null', '[]', '"no"', '{"error":{}}', '{"error":{"message":5,"code":{}}}', '{"detail":[{"loc":[]}]}'])(
    'a body of %s says nothing, and that is said',
    (body) => {
      expect(fault(500, JSON.parse(body)).message).toBe('The provider does not say why.')
    },
  )

  test('a page is not shown', () => {
    expect(fault(502, undefined)).toMatchObject({
      fault: 'busy',
      message: 'The provider does not say why: what came may be a web page.',
    })
  })
})

test('a body carries a failure only where its error says something', () => {
  expect([{ error: 'x' }, { error: {} }, { error: { message: 'x' }, data: [] }].map(isFailure)).toEqual([
    true,
    true,
    true,
  ])
  expect([{ error: null }, { error: '' }, { data: [] }, [], null, 'error'].map(isFailure)).toEqual(Array(6).fill(false))
})

describe("a provider's words", () => {
  test('are one line without control or direction characters', () => {
    expect(toPlainText('\u001bNo\u0000\r\n\tsuch\u2028\u202emodel.\n', [])).toBe('No such model')
    expect(toPlainText('Wait...', [])).toBe('Wait...')
  })

  test('are cut to a sensible length, and not inside a letter', () => {
    const text = toPlainText('🙂'.repeat(1000), [])
    expect([...text]).toHaveLength(301)
    expect(text.endsWith('🙂…')).toBe(true)
  })

  test('never hold the key, also where the cut would leave a part of it', () => {
    expect(toPlainText('Bad key sk-secret-1 (sk-secret-1)', ['sk-secret-1'])).toBe('Bad key [key] ([key])')
    expect(toPlainText(`${'x'.repeat(295)} sk-secret-1`, ['sk-secret-1'])).not.toContain('sk-')
  })
})
