import { Field } from '../ui/Field'
import { TextArea, TextInput } from '../ui/TextInput'
import { useAnyWords, useWords } from '../ui/use-words'
import type { TypedLetter } from './typed-letter'

export type AskedFieldProps = {
  readonly name: string
  readonly typed: TypedLetter
  readonly onChange: (change: Partial<TypedLetter>) => void
  readonly error: string | undefined
}

/** A field inside a sentence, written in a line above the letter. Enter sends, as everywhere in a panel. */
export function AskedLine({ onSend, ...props }: AskedFieldProps & { onSend: () => void }) {
  const say = useWords()
  const { label, value, write } = useAskedField(props)
  return (
    <Field label={label} error={props.error}>
      <TextInput
        name={props.name}
        autoComplete="off"
        value={value}
        placeholder={say('letterPanel.field.placeholder', { name: props.name })}
        onChange={write}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          onSend()
        }}
      />
    </Field>
  )
}

/** A field that is a paragraph of its own, written in its place in the letter. */
export function AskedParagraph(props: AskedFieldProps) {
  const { label, value, write } = useAskedField(props)
  return (
    <Field label={label} isLabelHidden error={props.error}>
      <TextArea isLetter rows={4} name={props.name} value={value} placeholder={label} onChange={write} />
    </Field>
  )
}

function useAskedField({ name, typed, onChange }: AskedFieldProps) {
  const words = useAnyWords()
  return {
    label: words(`letter.field.${name}`),
    value: typed.fields[name] ?? '',
    write: (text: string) => onChange({ fields: { ...typed.fields, [name]: text } }),
  }
}
