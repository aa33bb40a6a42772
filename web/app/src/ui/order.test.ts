import { expect, it } from 'vitest';
import { keepOrder } from './order';

const id = (row: { id: string }) => row.id;
const row = (name: string) => ({ id: name });
const rows = (...names: string[]) => names.map(row);
const find = (all: { id: string }[]) => (name: string) => all.find((r) => r.id === name);

it('keeps the order shown and counts what has come', () => {
  const wanted = rows('new', 'b', 'a');
  const kept = keepOrder(['a', 'b'], wanted, id, find(wanted));
  expect(kept.rows.map(id)).toEqual(['a', 'b']);
  expect(kept.arrived).toBe(1);
  expect(kept.lapsed.size).toBe(0);
});

it('marks what no longer belongs and leaves it in its place', () => {
  const kept = keepOrder(['a', 'b', 'c'], rows('a', 'c'), id, find(rows('a', 'b', 'c')));
  expect(kept.rows.map(id)).toEqual(['a', 'b', 'c']);
  expect([...kept.lapsed]).toEqual(['b']);
});
