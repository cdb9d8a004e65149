import { expect, test } from 'vitest'
import { allOrNone, chosen, extended, nothing, toggled } from './selection'

const order = [5, 3, 9, 1].map(id => ({ id }))
const ids = (selection: { ids: ReadonlySet<number> }) => [...selection.ids].toSorted()

test('what is selected twice is not selected', () => expect(ids(toggled(toggled(nothing, 3), 3))).toEqual([]))

test('Shift selects what stands between, in the order that is shown, in both directions', () => {
  expect(ids(extended(toggled(nothing, 5), order, 9))).toEqual([3, 5, 9])
  expect(ids(extended(toggled(nothing, 1), order, 3))).toEqual([1, 3, 9])
})

test('Shift goes on from where it began', () => expect(ids(extended(extended(toggled(nothing, 3), order, 5), order, 9))).toEqual([3, 5, 9]))

test('where the beginning is not shown any more, Shift selects the one', () => expect(ids(extended({ ids: new Set([7]), anchor: 7 }, order, 9))).toEqual([7, 9]))

test('all are selected, and then none', () => {
  const all = allOrNone(toggled(nothing, 3), order)
  expect(ids(all)).toEqual([1, 3, 5, 9])
  expect(ids(allOrNone(all, order))).toEqual([])
})

test('an action is for the selected ones, but for the one that is pointed at where it is not among them', () => {
  expect(chosen(toggled(toggled(nothing, 3), 9), order, { id: 9 })).toEqual([{ id: 3 }, { id: 9 }])
  expect(chosen(toggled(nothing, 3), order, { id: 1 })).toEqual([{ id: 1 }])
  expect(chosen(nothing, order, undefined)).toEqual([])
})
