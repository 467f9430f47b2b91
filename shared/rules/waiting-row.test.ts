import { describe, expect, it } from 'vitest'
import { waitingText } from './waiting-row'

describe('what a waiting row says', () => {
  it('is the subject, and the first sentence in their own words', () => {
    const text =
      'How many does the barn seat if we’re all indoors, and who makes the call on the day? Mum worries.'
    expect(waitingText('Two quick questions about rain', text)).toEqual({
      subject: 'Two quick questions about rain',
      snippet: 'How many does the barn seat if we’re all indoors, and who makes the call on the day?',
    })
  })

  it('is the first question where there is no subject, and then what was not said yet', () => {
    const text = 'Is the quartet still confirmed? Mum has been asking and I’d love to tell her something.'
    expect(waitingText(null, text)).toEqual({
      subject: 'Is the quartet still confirmed?',
      snippet: 'Mum has been asking and I’d love to tell her something.',
    })
  })

  it('is the question wherever it stands, with the sentence before it below', () => {
    const text = 'Hi Hazel, \n\nDele is travelling that week. Could we move the tasting to the 8th?'
    expect(waitingText(null, text)).toEqual({
      subject: 'Could we move the tasting to the 8th?',
      snippet: 'Dele is travelling that week.',
    })
  })

  it('is the first sentence where nothing is asked', () => {
    expect(waitingText(null, 'Please ring me back. It is about the hall.')).toEqual({
      subject: 'Please ring me back.',
      snippet: 'It is about the hall.',
    })
  })

  it('does not say the same twice', () => {
    expect(waitingText('Re: Please ring me back', 'Please ring me back.')).toEqual({
      subject: 'Re: Please ring me back',
      snippet: null,
    })
  })

  it('is nothing where nothing was written', () => {
    expect(waitingText(null, ' \n ')).toEqual({ subject: '', snippet: null })
  })
})
