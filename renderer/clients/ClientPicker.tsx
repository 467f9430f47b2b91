import { lazy, Suspense, useState } from 'react'
import { api } from '../../shared/api/index'
import { useQuery } from '../api'
import { eventInWords } from '../event-words'
import { useLanguage } from '../ui/use-words'
import { useDay } from '../use-day'

const Combobox = lazy(async () => ({ default: (await import('../ui/Combobox')).Combobox }))

/** A client as a form remembers who was chosen. */
export type PickedClient = { readonly id: number; readonly name: string }

/** So many clients are offered while one types. */
const offered = 20

/** Finds a client by typing a part of their name, of a person's, of an address. */
export function ClientPicker({
  value,
  onChange,
  ...field
}: {
  label: string
  value: PickedClient | null
  onChange: (picked: PickedClient | null) => void
  hint?: string
  error?: string | undefined
  isOptional?: boolean
  takesFocus?: boolean
}) {
  const language = useLanguage()
  const today = useDay()
  const [typed, setTyped] = useState('')
  const text = typed === value?.name ? null : typed.slice(0, 200)
  const { value: found } = useQuery(api.clients.list, { text, limit: offered }, { keep: true })
  const rows = found?.rows ?? []
  const choices = rows.map(({ id, name, event }) => ({
    id: String(id),
    name,
    ...(event ? { fact: eventInWords(event, today, language) } : {}),
  }))
  const isMissing = value !== null && rows.every(({ id }) => id !== value.id)
  return (
    <Suspense fallback={null}>
      <Combobox
        {...field}
        choices={isMissing ? [{ id: String(value.id), name: value.name }, ...choices] : choices}
        value={value === null ? null : String(value.id)}
        onType={setTyped}
        onChange={(id) => onChange(pickedOf(id, choices))}
      />
    </Suspense>
  )
}

function pickedOf(
  id: string | null,
  choices: readonly { readonly id: string; readonly name: string }[],
): PickedClient | null {
  const choice = choices.find((other) => other.id === id)
  return choice ? { id: Number(choice.id), name: choice.name } : null
}
