import { Loading } from '../ui/Loading'
import { Sheet } from '../ui/Sheet'
import { Foot } from './Foot'

/** The sheet while its screen is still coming: nothing at first, then still lines. */
export function LoadingSheet() {
  return (
    <Sheet foot={<Foot />}>
      <Loading rows={6} />
    </Sheet>
  )
}
