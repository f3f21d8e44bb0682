/** Entry of the view's later parts. It has its own copy of small modules that the view has too: their state is on elements, not in them. */
import { laterBuiltIns } from '../components/registry-later.ts'
import { Observers } from './observers.ts'

window.banyanParts?.({
  definitions: laterBuiltIns,
  createObservers: (find, send) => new Observers(find, send),
})
