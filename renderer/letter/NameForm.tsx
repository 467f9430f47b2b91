import { api } from '../../shared/api/index'
import type { Business } from '../../shared/domain/business'
import { useCommand, useQuery } from '../api'
import { TextField } from '../form/fields'
import { lineOf } from '../form/typed'
import { useForm } from '../form/use-form'
import { useRefusalWords } from '../refusal-words'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { Form, FormButtons, FieldRow } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import styles from './letter.module.css'

type NameFormProps = { readonly onNamed: () => void; readonly onCancel: () => void }

/** Asks for the name letters are signed with, where the first letter is to be written. */
export function NameForm(props: NameFormProps) {
  const { value } = useQuery(api.business.show, {})
  return value ? <Names {...props} business={value} /> : null
}

function Names({ business, onNamed, onCancel }: NameFormProps & { business: Business }) {
  const say = useWords()
  const act = useAct()
  const sentenceOf = useRefusalWords()
  const changing = useCommand(api.business.change)
  const form = useForm({
    start: { userName: business.userName, businessName: business.businessName ?? '' },
    revision: business.revision,
  })
  const save = async () => {
    const { signature, zone, country, region, currency, language } = business
    const done = await form.submit((typed, revision) =>
      changing.ask({
        revision,
        signature,
        zone,
        country,
        region,
        currency,
        language,
        userName: typed.userName,
        businessName: lineOf(typed.businessName),
      }),
    )
    if (done === null) return
    await act(Promise.resolve(done), ({ userName }) => say('letterPanel.name.said', { name: userName }))
    onNamed()
  }
  return (
    <Form onSubmit={() => void save()} label={say('letterPanel.name.title')}>
      <p className={styles.lead}>{say('letterPanel.name.title')}</p>
      <div ref={form.root}>
        <FieldRow>
          <TextField label={say('letterPanel.name.yours')} autoFocus {...form.field('userName')} />
          <TextField label={say('letterPanel.name.business')} isOptional {...form.field('businessName')} />
        </FieldRow>
      </div>
      {form.refusal && <Notice code={form.refusal.code}>{sentenceOf(form.refusal)}</Notice>}
      <FormButtons>
        <Button kind="filled" type="submit" disabled={form.isBusy}>
          {say('letterPanel.name.go')}
        </Button>
        <Button onClick={onCancel}>{say('ui.cancel')}</Button>
      </FormButtons>
    </Form>
  )
}
