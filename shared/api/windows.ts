import { errand } from './contract'

/** Windows onto the same Kept. */
export const windows = {
  /** Makes a new one-time link (60 s, single use) for a second window; null where the shell opens it itself. */
  open: errand({}).returns<{ readonly link: string | null }>(),
}
