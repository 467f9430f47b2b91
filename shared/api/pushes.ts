/** What the host tells every window by itself: something changed, so whatever is shown is asked for again. */
export type Push = { readonly kind: 'changed'; readonly now: number }
