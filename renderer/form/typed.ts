/** A line as it is asked for: null where nothing was typed. */
export const lineOf = (typed: string): string | null => (typed.trim() === '' ? null : typed)

/** A day or a time as it is asked for: null where none was chosen. */
export const chosenOf = (typed: string): string | null => (typed === '' ? null : typed)
