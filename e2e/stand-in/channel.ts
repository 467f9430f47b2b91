/** One end of a channel between two processes: `process`, or a child process. */
export type End = {
  send(message: object, done: () => void): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
}

/** What an end answers, by name; a promise is waited for, and an error reaches the other end as its text. */
export type Answers = Readonly<Record<string, (...input: never[]) => unknown>>

export type Channel = {
  /** Asks the other end; the answer is whatever it gives, and whoever asks knows its type. */
  readonly ask: <T = unknown>(name: string, ...input: readonly unknown[]) => Promise<T>
  /** Settles once everything said so far has left. */
  readonly flushed: () => Promise<unknown>
  /** Refuses whatever was not answered; nothing comes any more. */
  readonly end: (reason: string) => void
}

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly input: never[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }

/** Two ends that ask each other, like two people on a telephone. */
export function connect(end: End, answers: () => Answers): Channel {
  const open = new Map<number, { done: (value: never) => void; fail: (error: Error) => void }>()
  const leaving = new Set<Promise<void>>()
  const state = { asked: 0, over: '' }
  const send = (message: Message) => {
    if (state.over !== '') return
    const gone = new Promise<void>((resolve) => end.send(message, () => resolve()))
    leaving.add(gone)
    void gone.then(() => leaving.delete(gone))
  }
  end.on('message', (message) => void hear(message as Message))
  const hear = async (message: Message) => {
    if (message.kind === 'ask') return send(await answer(message, answers()))
    const waiting = open.get(message.id)
    open.delete(message.id)
    if (message.error === undefined) waiting?.done(message.value as never)
    else waiting?.fail(new Error(message.error))
  }
  return {
    ask: (name, ...input) =>
      new Promise((done, fail) => {
        if (state.over !== '') return fail(new Error(state.over))
        state.asked += 1
        open.set(state.asked, { done, fail })
        send({ kind: 'ask', id: state.asked, name, input: input as never[] })
      }),
    flushed: () => Promise.all(leaving),
    end(reason) {
      state.over = reason
      for (const { fail } of open.values()) fail(new Error(reason))
      open.clear()
    },
  }
}

async function answer(
  { id, name, input }: Extract<Message, { kind: 'ask' }>,
  answers: Answers,
): Promise<Message> {
  try {
    return { kind: 'answer', id, value: await answers[name]?.(...input) }
  } catch (error) {
    return { kind: 'answer', id, error: error instanceof Error ? error.message : String(error) }
  }
}
