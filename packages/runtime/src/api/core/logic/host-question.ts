import type { LogicContext } from '../../../logic/context.ts'
import { isRecord } from '../../../logic/values.ts'

type Question = Readonly<Record<string, unknown>>

/** Answers what the host asks under this name. Whatever fails here is an answer too: none. */
export function answerQuestions(context: LogicContext, name: string, answer: (question: Question) => unknown): void {
  context.onHostEvent(`ask:${name}`, (value) => {
    if (isRecord(value)) void answerOne(context, value, answer)
  })
}

async function answerOne(
  context: LogicContext,
  question: Question,
  answer: (question: Question) => unknown,
): Promise<void> {
  const { id } = question
  try {
    await context.call('answerHost', { id, value: await answer(question) })
  } catch {
    await context.call('answerHost', { id }).catch(() => undefined)
  }
}
