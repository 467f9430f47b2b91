import { api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import type { Project, ProjectState } from '../../shared/domain/project'
import { useCommand } from '../api'
import { ChoiceField, NumberField, TextField } from '../form/fields'
import { FormPanel } from '../form/FormPanel'
import type { FormState } from '../form/form-state'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import { useDay } from '../use-day'
import { newProject, projectDetails, typedProject, type ProjectTyped } from './project-typed'
import { ProjectFields } from './ProjectFields'

/** Adds a project to a client, or changes one; a moved event day moves the working calendar and the updates with it. */
export function ProjectForm({
  clientId,
  project,
  onClose,
}: {
  clientId: ClientId
  project: Project | null
  onClose: () => void
}) {
  const say = useWords()
  const status = useStatus()
  const year = Number(useDay().slice(0, 4))
  const add = useCommand(api.projects.add)
  const change = useCommand(api.projects.change)
  const current = project ? typedProject(project, year) : newProject(say('project.kind.placeholder'), year)
  const form = useForm({
    start: current,
    revision: project?.revision ?? 0,
    keepAs: project ? `project.${project.id}` : `project.new.${clientId}`,
  })
  const save = async () => {
    const done = await form.submit((typed, revision) =>
      project
        ? change.ask({ id: project.id, revision, ...projectDetails(typed) })
        : add.ask({ clientId, ...projectDetails(typed) }),
    )
    if (!done) return
    const said = project ? 'project.said.changed' : 'project.said.added'
    status.tell(say(said, { kind: done.value.kind }), done.operationId)
    onClose()
  }
  const labels = {
    kind: say('project.kind'),
    eventOn: say('project.eventOn'),
    venue: say('project.venue'),
    place: say('project.place'),
    guests: say('project.guests'),
    standing: say('project.standing'),
    cadenceDays: say('project.cadence'),
  }
  return (
    <FormPanel
      level={2}
      title={say(project ? 'project.edit' : 'project.add')}
      form={form}
      onSave={() => void save()}
      onClose={onClose}
      {...(project ? { shown: { current, labels } } : {})}
    >
      <ProjectFields form={form} takesFocus />
      <Course form={form} isNew={project === null} />
    </FormPanel>
  )
}

/** How the project goes: its state, a few words on how things stand, and its own rhythm of updates. */
function Course({ form, isNew }: { form: FormState<ProjectTyped>; isNew: boolean }) {
  const say = useWords()
  return (
    <>
      <TextField
        label={say('project.standing')}
        hint={say('project.standing.hint')}
        isOptional
        {...form.field('standing')}
      />
      <FieldRow>
        <NumberField
          label={say('project.cadence')}
          hint={say('project.cadence.hint')}
          unit={say('project.cadence.unit')}
          isOptional
          {...form.figures('cadenceDays', say('project.cadence.invalid'))}
        />
        {!isNew && (
          <ChoiceField<ProjectState>
            label={say('project.state')}
            {...form.field('state')}
            choices={[
              { value: 'open', label: say('project.state.open') },
              { value: 'done', label: say('project.state.done') },
              { value: 'cancelled', label: say('project.state.cancelled') },
            ]}
          />
        )}
      </FieldRow>
    </>
  )
}
