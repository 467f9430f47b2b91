/** How much one store holds. The ratios are those of a solo business, ten years, and an agency of fifteen. */
export type Size = {
  readonly name: string
  readonly clients: number
  readonly activeClients: number
  readonly messages: number
  readonly promises: number
  readonly openPromises: number
  readonly openWaits: number
  readonly extras: number
  readonly openExtras: number
  readonly updates: number
  readonly years: number
}

export const sizes = {
  S: {
    name: 'S',
    clients: 60,
    activeClients: 34,
    messages: 6_000,
    promises: 1_500,
    openPromises: 29,
    openWaits: 6,
    extras: 800,
    openExtras: 12,
    updates: 1_500,
    years: 2,
  },
  M: {
    name: 'M',
    clients: 2_000,
    activeClients: 230,
    messages: 200_000,
    promises: 40_000,
    openPromises: 209,
    openWaits: 40,
    extras: 20_000,
    openExtras: 80,
    updates: 40_000,
    years: 10,
  },
  L: {
    name: 'L',
    clients: 50_000,
    activeClients: 3_835,
    messages: 5_000_000,
    promises: 1_000_000,
    openPromises: 5_033,
    openWaits: 700,
    extras: 500_000,
    openExtras: 1_300,
    updates: 500_000,
    years: 15,
  },
} as const satisfies Record<string, Size>

/** One store's history with another's open items: shows whether a figure follows history or what is open. */
export const withOpenItemsOf = (history: Size, open: Size): Size => ({
  ...history,
  name: `${history.name} history, ${open.name} open`,
  activeClients: open.activeClients,
  openPromises: open.openPromises,
  openWaits: open.openWaits,
  openExtras: open.openExtras,
})
