import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { ScreenHead, Sheet } from '../ui/Sheet'
import { useWords } from '../ui/use-words'
import { Foot } from './Foot'

/** The sheet of a screen that broke while it was drawn: nothing was lost, and it can be drawn again. */
export function FaultSheet({ onTryAgain }: { onTryAgain: () => void }) {
  const say = useWords()
  return (
    <Sheet foot={<Foot />}>
      <ScreenHead sentence={say('screen.failed')} />
      <Notice
        actions={
          <Button kind="outlined" onClick={onTryAgain}>
            {say('ui.tryAgain')}
          </Button>
        }
      >
        {say('screen.fault')}
      </Notice>
    </Sheet>
  )
}
