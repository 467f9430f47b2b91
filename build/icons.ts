// `npm run icons`: draws build/icons/ anew. What it draws is kept in the repository, so that packing needs no browser.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchBrowser } from '../e2e/browser'
import { icnsKinds, icnsOf, icoOf, type Picture } from './icon-containers'
import { appIcon, templateIcon, trayIcon } from './icon-drawings'

const folder = join('build', 'icons')
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const macSizes = Object.keys(icnsKinds).map(Number)

/** Of 20: a Mac wants a tenth of the width free on each side, the others almost nothing. */
const macMargin = 1.95
const margin = 0.6

const font = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
const inter = `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${readFileSync(font, 'base64')})}`

const traySize = 32
const menuBarSize = 18
const counts = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+']

const browser = await launchBrowser()
try {
  await drawAll(await browser.newPage())
} finally {
  await browser.close()
}

async function drawAll(page: Page): Promise<void> {
  for (const name of ['linux', 'tray']) {
    rmSync(join(folder, name), { recursive: true, force: true })
    mkdirSync(join(folder, name), { recursive: true })
  }
  const pictures = (sizes: readonly number[], free: number) =>
    inTurn(sizes, (size) => picture(page, appIcon(size, free), size))
  for (const { size, png } of await pictures(linuxSizes, margin))
    writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png)
  writeFileSync(join(folder, 'icon.ico'), icoOf(await pictures(windowsSizes, margin)))
  writeFileSync(join(folder, 'icon.icns'), icnsOf(await pictures(macSizes, macMargin)))
  await drawTray(page, 'trayTemplate', templateIcon(), menuBarSize)
  await drawTray(page, 'tray', trayIcon(''), traySize)
  for (const count of counts)
    await drawTray(page, `tray-${count.replace('+', 'plus')}`, trayIcon(count), traySize)
}

/** One picture for the tray, and the same at twice the size for sharp screens. */
async function drawTray(page: Page, name: string, svg: string, size: number): Promise<void> {
  const save = async (file: string, side: number) =>
    writeFileSync(join(folder, 'tray', file), (await picture(page, svg, side)).png)
  await save(`${name}.png`, size)
  await save(`${name}@2x.png`, size * 2)
}

async function picture(page: Page, svg: string, size: number): Promise<Picture> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>${inter}html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`,
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

async function inTurn<From, To>(
  all: readonly From[],
  work: (each: From) => Promise<To>,
): Promise<readonly To[]> {
  const done: To[] = []
  for (const each of all) done.push(await work(each))
  return done
}
