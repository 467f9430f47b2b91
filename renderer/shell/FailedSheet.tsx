import type { SaidRefusal } from '../api'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { ScreenHead, Sheet } from '../ui/Sheet'
import { useWords } from '../ui/use-words'
import { Foot } from './Foot'

/** The sheet of a screen that could not be shown: why, and the way to try again. */
export function FailedSheet({ refusal, onTryAgain }: { refusal: SaidRefusal; onTryAgain: () => void }) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  return (
    <Sheet foot={<Foot />}>
      <ScreenHead sentence={say('screen.failed')} />
      <Notice
        code={refusal.code}
        actions={
          <Button kind="outlined" onClick={onTryAgain}>
            {say('ui.tryAgain')}
          </Button>
        }
      >
        {sentenceOf(refusal)}
      </Notice>
    </Sheet>
  )
}
