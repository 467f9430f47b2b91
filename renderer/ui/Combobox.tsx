import { useState } from 'react'
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { ChevronDownIcon } from './icons'
import { useWords } from './use-words'
import styles from './combobox.module.css'

/** One thing to choose: its name, and a fact that tells it from its like. */
export type ComboboxChoice = { readonly id: string; readonly name: string; readonly fact?: string }

export type ComboboxProps = {
  readonly label: string
  readonly choices: readonly ComboboxChoice[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Told what is typed, where the choices are looked up elsewhere; without it they are sifted here. */
  readonly onType?: (typed: string) => void
  readonly hint?: string
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly takesFocus?: boolean
}

/** A field that finds one of many by typing: a client, a person. It brings its own weight: load it with `lazy`. */
export function Combobox(props: ComboboxProps) {
  const say = useWords()
  const chosen = props.choices.find((choice) => choice.id === props.value)
  const [typed, setTyped] = useState(chosen?.name ?? '')
  const shown = props.onType ? props.choices : props.choices.filter((choice) => fits(choice, typed, chosen))
  const type = (text: string) => {
    setTyped(text)
    props.onType?.(text)
  }
  return (
    <ComboBox
      className={styles.field ?? ''}
      items={shown}
      inputValue={typed}
      onInputChange={type}
      value={props.value}
      onChange={(id) => {
        const next = props.choices.find((choice) => choice.id === id)
        props.onChange(next?.id ?? null)
        if (next) setTyped(next.name)
      }}
      isInvalid={props.error !== undefined}
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={props.takesFocus ?? false}
    >
      <Label className={styles.label ?? ''}>
        {props.label}
        {props.isOptional && <span className={styles.optional}>{say('ui.optional')}</span>}
      </Label>
      <div className={styles.box}>
        <Input className={styles.input ?? ''} />
        <Button className={styles.open ?? ''} aria-label={say('ui.choose')}>
          <ChevronDownIcon />
        </Button>
      </div>
      {props.hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {props.hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{props.error}</FieldError>
      <Popover className={styles.popover ?? ''}>
        <ListBox<ComboboxChoice>
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.none}>{say('ui.combobox.none', { typed })}</p>}
        >
          {(choice) => (
            <ListBoxItem className={styles.item ?? ''} id={choice.id} textValue={choice.name}>
              <Text slot="label" className={styles.name ?? ''}>
                {choice.name}
              </Text>
              {choice.fact && (
                <Text slot="description" className={styles.hint ?? ''}>
                  {choice.fact}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** Everything fits while the field shows what is chosen; accents and case make no difference. */
function fits(choice: ComboboxChoice, typed: string, chosen: ComboboxChoice | undefined): boolean {
  if (typed === chosen?.name) return true
  return folded(`${choice.name} ${choice.fact ?? ''}`).includes(folded(typed.trim()))
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
