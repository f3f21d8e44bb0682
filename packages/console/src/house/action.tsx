/** Doing something that changes things: asks again who it is where the server wants it, tells how it went, and renews what is shown. */
import { ApiError } from '@banyan/sdk'
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { App as AntApp, Form, Input, Modal } from 'antd'
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react'
import { api } from './client.ts'
import { useTexts } from './language.ts'
import { explain } from './states.tsx'

type Confirm = () => Promise<boolean>
const ConfirmContext = createContext<Confirm>(() => Promise.resolve(false))

interface Proof {
  password?: string
  code?: string
}

/** Has the dialog in which a person proves again who he is. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const say = useTexts()
  const [form] = Form.useForm<Proof>()
  const answer = useRef<((isConfirmed: boolean) => void) | undefined>(undefined)
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ask = useCallback<Confirm>(
    () =>
      new Promise((resolve) => {
        answer.current = resolve
        setProblem(undefined)
        setOpen(true)
      }),
    [],
  )
  const close = (isConfirmed: boolean) => {
    setOpen(false)
    form.resetFields()
    answer.current?.(isConfirmed)
  }
  const prove = async ({ password = '', code = '' }: Proof) => {
    try {
      await api().account.confirm(code === '' ? { password } : { code })
      close(true)
    } catch (error) {
      setProblem(explain(error, say).message)
    }
  }
  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        open={isOpen}
        title={say('confirmTitle')}
        okText={say('confirm')}
        onOk={form.submit}
        onCancel={() => close(false)}
      >
        <p>{say('confirmText')}</p>
        {problem !== undefined && <p role="alert">{problem}</p>}
        <Form form={form} layout="vertical" onFinish={prove}>
          <Form.Item name="password" label={say('password')}>
            <Input.Password autoComplete="current-password" visibilityToggle={false} />
          </Form.Item>
          <Form.Item name="code" label={say('orCode')}>
            <Input autoComplete="one-time-code" maxLength={32} />
          </Form.Item>
          <button type="submit" hidden />
        </Form>
      </Modal>
    </ConfirmContext>
  )
}

export interface ActionOptions<Input, Output> {
  run: (input: Input) => Promise<Output>
  /** Queries that are out of date afterwards; those whose key begins so. */
  renews?: readonly QueryKey[]
  onDone?: (output: Output, input: Input) => void
  /** Said when it went well; null says nothing. */
  done?: string | null
}

export interface Action<Input> {
  /** Never rejects: what went wrong has been said. */
  readonly run: (input: Input) => Promise<void>
  isRunning: boolean
}

export function useAction<Input = void, Output = unknown>(options: ActionOptions<Input, Output>): Action<Input> {
  const { run, renews = [], onDone, done } = options
  const say = useTexts()
  const { message, notification } = AntApp.useApp()
  const confirm = useContext(ConfirmContext)
  const queries = useQueryClient()
  const mutation = useMutation({
    mutationFn: (input: Input) => runConfirmed(() => run(input), confirm),
    onError(error) {
      if (error instanceof Cancelled) return
      const { message: title, fix, reference } = explain(error, say)
      notification.error({
        title,
        description: [fix, reference].filter((line) => line !== '').join(' '),
        role: 'alert',
      })
    },
    async onSuccess(output, input) {
      if (done !== null) void message.success(done ?? say('saved'))
      onDone?.(output, input)
      await Promise.all(renews.map((queryKey) => queries.invalidateQueries({ queryKey: [...queryKey] })))
    },
  })
  const { mutateAsync, isPending } = mutation
  return useMemo(
    () => ({
      isRunning: isPending,
      async run(input: Input) {
        await mutateAsync(input).then(undefined, () => undefined)
      },
    }),
    [mutateAsync, isPending],
  )
}

class Cancelled extends Error {}

async function runConfirmed<Output>(work: () => Promise<Output>, confirm: Confirm): Promise<Output> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'identity.stepUpRequired') throw error
    if (!(await confirm())) throw new Cancelled()
    return work()
  }
}
