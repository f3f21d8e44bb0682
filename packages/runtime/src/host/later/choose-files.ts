/** The browser's own chooser. Resolves with an empty list when the user cancels. */
export function chooseFiles(options: {
  accept: string
  multiple: boolean
  capture?: 'environment' | 'user'
}): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = options.accept
    input.multiple = options.multiple
    if (options.capture !== undefined) input.setAttribute('capture', options.capture)
    input.style.display = 'none'
    const settle = (files: File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => settle([...(input.files ?? [])]))
    input.addEventListener('cancel', () => settle([]))
    document.body.append(input)
    input.click()
  })
}
