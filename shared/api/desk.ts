import { DeskDetails, type Desk } from '../domain/desk'
import { errand } from './contract'

/** How Kept sits on this computer; in a browser there is nothing to set. */
export const desk = {
  /** Null where Kept is shown in a browser. */
  show: errand({}).returns<Desk | null>(),
  /** Refuses E_DESK_BROWSER in a browser, and E_DESK_FAILED where the system did not take it. */
  change: errand({ ...DeskDetails.shape }).returns<Desk>(),
}
