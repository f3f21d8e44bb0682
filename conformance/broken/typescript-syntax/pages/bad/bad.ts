interface Item {
  name: string
}

const items: Item[ = []
Page({ data: { items } })
