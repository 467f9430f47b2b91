import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hrefOf, onceOf, parseRoute, placeOf, settingsParts, type Route } from './route'

const routes: readonly Route[] = [
  { screen: 'today' },
  { screen: 'today', row: 'wait-12' },
  { screen: 'today', row: 'wait-12', act: 'acknowledge' },
  { screen: 'today', row: 'promise-7', act: 'reply' },
  { screen: 'today', opens: 'log' },
  { screen: 'clients' },
  { screen: 'clients', opens: 'new' },
  { screen: 'client', clientId: 3 },
  { screen: 'outbox' },
  ...settingsParts.map((part): Route => ({ screen: 'settings', part })),
]

describe('an address', () => {
  it.each(routes)('leads back to where it was made: %j', (route) => {
    expect(parseRoute(hrefOf(route))).toEqual(route)
  })

  it.each(['#/today/wait-0', '#/today/__proto__', '#/today/wait-1e9', '#/nowhere', '', '#/log/../x'])(
    'that is nobody’s leads to Today: %s',
    (address) => {
      expect(parseRoute(address)).toMatchObject({ screen: 'today' })
      expect(parseRoute(address)).not.toHaveProperty('row')
    },
  )

  it('leads somewhere, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (address) => {
        const route = parseRoute(address)
        expect(parseRoute(hrefOf(route))).toEqual(route)
      }),
    )
  })
})

describe('what is done once', () => {
  it.each([
    ['#/today/wait-12', { opens: 'row', row: 'wait-12', act: null }],
    ['#/today/wait-12/reply', { opens: 'row', row: 'wait-12', act: 'reply' }],
    ['#/log', { opens: 'log' }],
    ['#/clients/new', { opens: 'new-client' }],
    ['#/clients', null],
    ['#/today', null],
    ['#/clients/3', null],
  ])('is known from the address: %s', (address, once) => {
    expect(onceOf(parseRoute(address))).toEqual(once)
  })

  it.each(routes)('is no part of the place: %j', (route) => {
    expect(onceOf(placeOf(route))).toBeNull()
    expect(placeOf(route).screen).toBe(route.screen)
  })
})
