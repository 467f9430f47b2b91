import type { LetterFile } from '../../shared/api/letters'
import type { LetterWay } from '../../shared/domain/letter'

/** Gives a letter to the mail program, to the downloads or to the clipboard; false where that was not possible. */
export async function deliverByHand(way: LetterWay, file: LetterFile): Promise<boolean> {
  if (way === 'mail-program') return follow({ href: file.mailto })
  if (way === 'eml') return download(file.eml, file.fileName)
  return copyText(file.text)
}

/** Copies a text; false where the window may not. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function download(eml: string, fileName: string): boolean {
  const href = URL.createObjectURL(new Blob([eml], { type: 'message/rfc822' }))
  follow({ href, download: fileName })
  setTimeout(() => URL.revokeObjectURL(href), keptFor)
  return true
}

/** The browser has read a file of this size long before, in ms. */
const keptFor = 60_000

function follow(link: { readonly href: string; readonly download?: string }): boolean {
  const anchor = Object.assign(document.createElement('a'), link)
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  return true
}
