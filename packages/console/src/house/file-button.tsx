/** One way to choose a file, everywhere: a button that looks like the others, in front of the browser's own field. */
import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, type ChangeEvent } from 'react'

export interface FileButtonProps {
  label: string
  /** Media types, as the field's `accept`. */
  accept: string
  isBusy?: boolean
  /** Several at a time. */
  isMany?: boolean
  onChoose: (file: File, ...others: File[]) => void
}

export function FileButton({ label, accept, isBusy = false, isMany = false, onChoose }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null)
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file, ...others] = [...(target.files ?? [])]
    // Whoever chooses the same file again means it.
    target.value = ''
    if (file) onChoose(file, ...others)
  }
  return (
    <>
      <Button icon={<UploadOutlined />} loading={isBusy} onClick={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accept}
        multiple={isMany}
        aria-label={label}
        className="file-field"
        onChange={choose}
      />
    </>
  )
}
