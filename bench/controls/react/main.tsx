/** As a careful programmer writes it: rows are remembered, so only those whose data changed are rendered again. */
import { memo, useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { makeRows, type Row } from '../data.ts'

const isHosts = location.search === '?hosts'

interface LineProps {
  readonly row: Row
  readonly isChosen: boolean
  readonly onChoose: (id: number) => void
  readonly onRemove: (id: number) => void
}

const Line = memo(({ row, isChosen, onChoose, onRemove }: LineProps) => {
  const line = (
    <div className={isChosen ? 'bench-row bench-chosen' : 'bench-row'}>
      <span className="bench-number">{row.id}</span>
      <div className="bench-label" onClick={() => onChoose(row.id)}>
        {row.label}
      </div>
      <div className="bench-remove" onClick={() => onRemove(row.id)}>
        x
      </div>
    </div>
  )
  return isHosts ? <span>{line}</span> : line
})

interface State {
  readonly rows: readonly Row[]
  readonly chosen: number
  readonly count: number
}

function App() {
  const [{ rows, chosen, count }, setState] = useState<State>({ rows: [], chosen: 0, count: 0 })
  const change = useCallback((next: (state: State) => Partial<State>) => {
    setState((state) => ({ ...state, ...next(state), count: state.count + 1 }))
  }, [])
  const choose = useCallback((id: number) => change(() => ({ chosen: id })), [change])
  const remove = useCallback(
    (id: number) => change((state) => ({ rows: state.rows.filter((row) => row.id !== id) })),
    [change],
  )
  const operations = {
    create: () => {
      const made = makeRows(1000)
      change(() => ({ rows: made, chosen: 0 }))
    },
    append: () => {
      const made = makeRows(1000)
      change((state) => ({ rows: [...state.rows, ...made] }))
    },
    update: () => change((state) => ({ rows: state.rows.map(marked) })),
    swap: () => change((state) => ({ rows: swapped(state.rows) })),
    clear: () => change(() => ({ rows: [], chosen: 0 })),
  }
  return (
    <div className="bench-page-rows bench-page-components bench-page-hosts">
      <span className="bench-count">{count}</span>
      <div className="bench-buttons">
        {Object.entries(operations).map(([name, work]) => (
          <div key={name} className={`bench-button bench-${name}`} onClick={work}>
            {name}
          </div>
        ))}
      </div>
      <div className="bench-list">
        {rows.map((row) => (
          <Line key={row.id} row={row} isChosen={row.id === chosen} onChoose={choose} onRemove={remove} />
        ))}
      </div>
    </div>
  )
}

function marked(row: Row, index: number): Row {
  return index % 10 === 0 ? { id: row.id, label: `${row.label} *` } : row
}

function swapped(rows: readonly Row[]): Row[] {
  const [first, second] = [rows[1], rows[998]]
  return first && second ? rows.with(1, second).with(998, first) : [...rows]
}

const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(<App />)
