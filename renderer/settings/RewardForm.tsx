import { api } from '../../shared/api/index'
import type { Reward } from '../../shared/domain/extra'
import { useCommand } from '../api'
import { MoneyField, NumberField, TextField } from '../form/fields'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { Toggle } from '../ui/Checkbox'
import { useWords } from '../ui/use-words'
import { SettingsForm } from './SettingsForm'
import { useFollow } from './use-follow'
import styles from './settings.module.css'

/** One rule of loyalty: whether it is suggested, what they get, what it costs in money and time. */
export function RewardForm({ reward, currency }: { reward: Reward; currency: string }) {
  const say = useWords()
  const status = useStatus()
  const changing = useCommand(api.extras.changeReward)
  const { rule, revision } = reward
  const current = typedOf(reward)
  const form = useForm({ start: current, revision, keepAs: `settings.reward.${rule}` })
  useFollow(form, current, revision)
  const save = async () => {
    const done = await form.submit((typed, over) => changing.ask({ rule, revision: over, ...typed }))
    if (done === null) return
    form.beginAnew(typedOf(done.value), done.value.revision)
    status.tell(say('settings.extras.saved', { what: done.value.what }), done.operationId)
  }
  const labels = {
    what: say('settings.extras.what'),
    minutes: say('settings.extras.minutes'),
  }
  return (
    <SettingsForm
      label={say(`settings.extras.rule.${rule}`)}
      form={form}
      onSave={() => void save()}
      shown={{ current, labels }}
    >
      <Toggle
        label={say('settings.extras.isOn')}
        isChecked={form.typed.isOn}
        onChange={(isOn) => form.set({ isOn })}
      />
      <div className={styles.reward}>
        <TextField label={labels.what} {...form.field('what')} />
        <MoneyField
          label={say('settings.extras.cost')}
          currency={currency}
          isOptional
          {...form.figures('costMinor', say('settings.extras.cost.wrong'))}
        />
        <NumberField
          label={labels.minutes}
          unit={say('settings.extras.minutes.unit')}
          isOptional
          {...form.figures('minutes', say('settings.extras.minutes.wrong'))}
        />
      </div>
    </SettingsForm>
  )
}

const typedOf = ({ what, costMinor, minutes, isOn }: Reward) => ({ what, costMinor, minutes, isOn })
