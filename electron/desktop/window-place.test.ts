import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOn, smallest, type Area } from './window-place'

const laptop: Area = { x: 0, y: 30, width: 1440, height: 870 }
const beside: Area = { x: 1440, y: 0, width: 1920, height: 1080 }
const place = { x: 1600, y: 100, width: 1200, height: 800, isMaximized: false }

describe('where a window opens', () => {
  it('is in the middle at its usual size, the first time', () => {
    expect(placeOn(null, [laptop])).toEqual({ width: 1280, height: 860, isMaximized: false })
  })

  it('is where it was', () => {
    expect(placeOn(place, [laptop, beside])).toEqual(place)
    expect(placeOn({ ...place, isMaximized: true }, [laptop, beside]).isMaximized).toBe(true)
  })

  it('is in the middle again when the screen it was on has gone', () => {
    expect(placeOn(place, [laptop])).toEqual({ width: 1200, height: 800, isMaximized: false })
  })

  it('is in the middle when hardly a corner of it could be seen', () => {
    expect(placeOn({ ...place, x: 1400, y: 890 }, [laptop])).not.toHaveProperty('x')
    expect(placeOn({ ...place, y: -500 }, [beside])).not.toHaveProperty('y')
  })

  it('is no larger than the screen, nor too small to be used', () => {
    expect(placeOn({ ...place, x: 10, y: 40, width: 5_000, height: 5_000 }, [laptop])).toEqual({
      x: 0,
      y: 30,
      width: 1440,
      height: 870,
      isMaximized: false,
    })
    expect(placeOn({ ...place, width: 10, height: 10 }, [beside])).toMatchObject(smallest)
  })

  it('opens where no screen is told of', () => {
    expect(placeOn(place, [])).toEqual({ width: 1200, height: 800, isMaximized: false })
  })

  it('can always be taken hold of, whatever was remembered and whichever screens are there', () => {
    const pixels = fc.integer({ min: -20_000, max: 20_000 })
    const length = fc.integer({ min: 1, max: 20_000 })
    const area = fc.record({
      x: pixels,
      y: pixels,
      width: fc.integer({ min: 720, max: 8_000 }),
      height: fc.integer({ min: 560, max: 5_000 }),
    })
    const remembered = fc.record({
      x: pixels,
      y: pixels,
      width: length,
      height: length,
      isMaximized: fc.boolean(),
    })
    fc.assert(
      fc.property(remembered, fc.array(area, { minLength: 1, maxLength: 4 }), (was, areas) => {
        const { x, y, width, height } = placeOn(was, areas)
        if (x === undefined || y === undefined) return
        const isOn = areas.some(
          (each) =>
            x >= each.x &&
            y >= each.y &&
            x + width <= each.x + each.width &&
            y + height <= each.y + each.height,
        )
        expect(isOn).toBe(true)
      }),
    )
  })
})
