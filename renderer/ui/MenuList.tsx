import { Fragment } from 'react'
import { Header, Menu, MenuItem, MenuSection, Separator } from 'react-aria-components'
import { afterClosing } from './after-closing'
import styles from './menu.module.css'

/** One thing a menu does; `note` stands beside it: the moment it means, or its key. */
export type MenuChoice = {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly onPress: () => void
  readonly isDisabled?: boolean
}

/** Choices that belong together, under a title of their own or none. */
export type MenuGroup = {
  readonly id: string
  readonly title: string | null
  readonly choices: readonly MenuChoice[]
}

/** The choices of an open menu, a hairline between those that belong together. */
export function MenuList({ groups }: { groups: readonly MenuGroup[] }) {
  return (
    <Menu className={styles.menu ?? ''} autoFocus="first">
      {groups.map(({ id, title, choices }, place) => (
        <Fragment key={id}>
          {place > 0 && <Separator id={`before-${id}`} className={styles.separator ?? ''} />}
          {title === null ? choicesIn(choices) : <Group id={id} title={title} choices={choices} />}
        </Fragment>
      ))}
    </Menu>
  )
}

function Group({ id, title, choices }: { id: string; title: string; choices: readonly MenuChoice[] }) {
  return (
    <MenuSection id={id}>
      <Header className={styles.title ?? ''}>{title}</Header>
      {choicesIn(choices)}
    </MenuSection>
  )
}

const choicesIn = (choices: readonly MenuChoice[]) =>
  choices.map((choice) => <Choice key={choice.id} choice={choice} />)

function Choice({ choice: { id, label, note, onPress, isDisabled = false } }: { choice: MenuChoice }) {
  return (
    <MenuItem
      id={id}
      className={styles.item ?? ''}
      textValue={label}
      isDisabled={isDisabled}
      onAction={() => afterClosing(onPress)}
    >
      <span>{label}</span>
      {note !== undefined && <span className={styles.note}> {note}</span>}
    </MenuItem>
  )
}
