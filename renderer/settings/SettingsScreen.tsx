import { assertNever } from '../../shared/lib/assert'
import type { SettingsPart } from '../../shared/domain/route'
import { useWords } from '../ui/use-words'
import { useTitle } from '../use-title'
import { BusinessPart } from './BusinessPart'
import { DataPart } from './DataPart'
import { ExtrasPart } from './ExtrasPart'
import { HoursPart } from './HoursPart'
import { LettersPart } from './LettersPart'
import { MailPart } from './MailPart'
import { RemindersPart } from './RemindersPart'
import { StandardsPart } from './StandardsPart'

/** What the user decides once: who they are, when they work, how they serve, how letters go, where the data is. */
export function SettingsScreen({ part }: { part: SettingsPart }) {
  const say = useWords()
  useTitle(say('settings.title'))
  switch (part) {
    case 'business':
      return <BusinessPart />
    case 'hours':
      return <HoursPart />
    case 'standards':
      return <StandardsPart />
    case 'reminders':
      return <RemindersPart />
    case 'mail':
      return <MailPart />
    case 'letters':
      return <LettersPart />
    case 'extras':
      return <ExtrasPart />
    case 'data':
      return <DataPart />
    default:
      return assertNever(part)
  }
}
