import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import type { Extra } from '../../shared/domain/extra'
import { dayShort } from '../../shared/words/format'
import styles from '../client/facts.module.css'
import type { Panels } from '../client/panels'
import { useCommand } from '../api'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { useLanguage, useWords } from '../ui/use-words'

/** Why an extra would delight, what it goes with, and what can be done with it. */
export function ExtraDetailsPanel({
  extra,
  page,
  panels,
}: {
  extra: Extra
  page: ClientPage
  panels: Panels
}) {
  const say = useWords()
  const language = useLanguage()
  const { because, occasion, occasionOn } = extra
  const day = occasionOn && dayShort(occasionOn, language)
  return (
    <div className={styles.details}>
      {because && <p>{say('extraList.because', { because })}</p>}
      {occasion && <p>{say('extraList.for', { occasion: [occasion, day].filter(Boolean).join(', ') })}</p>}
      <Acts extra={extra} page={page} panels={panels} />
    </div>
  )
}

function Acts({ extra, page, panels }: { extra: Extra; page: ClientPage; panels: Panels }) {
  const say = useWords()
  const act = useAct()
  const give = useCommand(api.extras.give)
  const plan = useCommand(api.extras.plan)
  const decline = useCommand(api.extras.decline)
  const remove = useCommand(api.extras.remove)
  const { id, what, state } = extra
  const begin = { kind: 'little-extra', clientId: page.client.id, extraId: id } as const
  const canGive = state !== 'given' && state !== 'declined'
  return (
    <div className={styles.acts}>
      {canGive && (
        <>
          <Button kind="outlined" onClick={() => panels.show({ kind: 'letter', begin })}>
            {say('extraList.write')}
          </Button>
          <Button onClick={() => void act(give.ask({ id }), () => say('extraList.said.given', { what }))}>
            {say('extraList.give')}
          </Button>
        </>
      )}
      {(state === 'idea' || state === 'suggested') && (
        <Button onClick={() => void act(plan.ask({ id }), () => say('extraList.said.planned', { what }))}>
          {say('extraList.plan')}
        </Button>
      )}
      {canGive && (
        <Button onClick={() => void act(decline.ask({ id }), () => say('extraList.said.declined', { what }))}>
          {say('extraList.decline')}
        </Button>
      )}
      <Button onClick={() => panels.show({ kind: 'extra-form', id })}>{say('extraList.edit')}</Button>
      <Button onClick={() => void act(remove.ask({ id }), () => say('extraList.said.removed', { what }))}>
        {say('extraList.remove')}
      </Button>
    </div>
  )
}
