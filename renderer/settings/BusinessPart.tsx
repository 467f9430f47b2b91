import { useMemo } from 'react'
import { api } from '../../shared/api/index'
import type { Business } from '../../shared/domain/business'
import { useCommand, useQuery } from '../api'
import { AreaField, ChoiceField, TextField } from '../form/fields'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { FieldRow } from '../ui/Field'
import { useLanguage, useWords } from '../ui/use-words'
import { businessDetails, typedBusiness } from './business-typed'
import { countryChoices, currencyChoices, zoneChoices } from './place-choices'
import { SettingsForm } from './SettingsForm'
import { SettingsGroup } from './SettingsGroup'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import { useFollow } from './use-follow'
import styles from './settings.module.css'

/** Who writes, how letters are signed, and the place whose clock and holidays count. */
export function BusinessPart() {
  const say = useWords()
  const asked = useQuery(api.business.show, {})
  return (
    <SettingsPage asked={asked}>
      {(business) => (
        <>
          <SettingsHead
            part="business"
            sentence={
              business.userName === ''
                ? say('settings.business.nameless')
                : say('settings.business.sentence', { name: business.userName })
            }
            context={say('settings.business.context')}
          />
          <div className={styles.column}>
            <BusinessForm business={business} />
          </div>
        </>
      )}
    </SettingsPage>
  )
}

function BusinessForm({ business }: { business: Business }) {
  const say = useWords()
  const status = useStatus()
  const changing = useCommand(api.business.change)
  const current = typedBusiness(business)
  const form = useForm({ start: current, revision: business.revision, keepAs: 'settings.business' })
  useFollow(form, current, business.revision)
  const save = async () => {
    const done = await form.submit((typed, revision) =>
      changing.ask({ revision, ...businessDetails(typed, business) }),
    )
    if (done === null) return
    form.beginAnew(typedBusiness(done.value), done.value.revision)
    status.tell(say('settings.business.saved'), done.operationId)
  }
  const labels = useLabels()
  return (
    <SettingsForm
      label={say('settings.business.form')}
      form={form}
      onSave={() => void save()}
      shown={{ current, labels }}
    >
      <FieldRow>
        <TextField label={labels.userName} {...form.field('userName')} />
        <TextField label={labels.businessName} isOptional {...form.field('businessName')} />
      </FieldRow>
      <AreaField
        label={labels.signature}
        hint={say('settings.business.signature.hint')}
        rows={3}
        isOptional
        {...form.field('signature')}
      />
      <SettingsGroup title={say('settings.business.place')}>
        <PlaceFields form={form} labels={labels} hasMoved={form.typed.country !== business.country} />
      </SettingsGroup>
    </SettingsForm>
  )
}

type BusinessForm = ReturnType<typeof useForm<ReturnType<typeof typedBusiness>>>

function PlaceFields({
  form,
  labels,
  hasMoved,
}: {
  form: BusinessForm
  labels: ReturnType<typeof useLabels>
  hasMoved: boolean
}) {
  const say = useWords()
  const language = useLanguage()
  const { zone, country, currency } = form.typed
  const choices = useMemo(
    () => ({
      zones: zoneChoices(zone),
      countries: countryChoices(country, language),
      currencies: currencyChoices(currency, language),
    }),
    [zone, country, currency, language],
  )
  return (
    <div className={styles.fields}>
      <ChoiceField
        label={labels.zone}
        hint={say('settings.business.zone.hint')}
        choices={choices.zones}
        {...form.field('zone')}
      />
      <FieldRow>
        <ChoiceField
          label={labels.country}
          hint={hasMoved ? say('settings.business.holidays') : undefined}
          choices={choices.countries}
          {...form.field('country')}
        />
        <TextField
          label={labels.region}
          hint={say('settings.business.region.hint')}
          isOptional
          {...form.field('region')}
        />
      </FieldRow>
      <ChoiceField label={labels.currency} choices={choices.currencies} {...form.field('currency')} />
    </div>
  )
}

function useLabels() {
  const say = useWords()
  return {
    userName: say('settings.business.userName'),
    businessName: say('settings.business.businessName'),
    signature: say('settings.business.signature'),
    zone: say('settings.business.zone'),
    country: say('settings.business.country'),
    region: say('settings.business.region'),
    currency: say('settings.business.currency'),
  }
}
