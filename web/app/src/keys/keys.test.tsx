import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { useKeys } from './keys';
import { prefer } from './preferences';

function Screen({ a, gd }: { a: () => void; gd: () => void }) {
  useKeys({ a, 'g d': gd });
  return (
    <>
      <div data-keys data-testid="list" tabIndex={0}>
        <input aria-label="note" />
      </div>
      <div data-testid="outside" />
      <div role="dialog" data-testid="dialog" data-keys />
    </>
  );
}

const a = vi.fn();
const gd = vi.fn();
beforeEach(() => {
  a.mockClear();
  gd.mockClear();
  prefer({ singleKeys: true });
  render(<Screen a={a} gd={gd} />);
});

it('acts in a list and nowhere else', () => {
  fireEvent.keyDown(screen.getByTestId('outside'), { key: 'a' });
  expect(a).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByTestId('list'), { key: 'a' });
  expect(a).toHaveBeenCalledTimes(1);
});

it.each([
  ['composing', { key: 'a', isComposing: true }],
  ['Process of an input method', { key: 'Process', code: 'KeyA' }],
  ['with Ctrl', { key: 'a', ctrlKey: true }],
])('never acts: %s', (_why, init) => {
  fireEvent.keyDown(screen.getByTestId('list'), init);
  expect(a).not.toHaveBeenCalled();
});

it('leaves a dialog its keys', () => {
  fireEvent.keyDown(screen.getByTestId('dialog'), { key: 'a' });
  expect(a).not.toHaveBeenCalled();
});

it('never acts while typing', () => {
  fireEvent.keyDown(screen.getByLabelText('note'), { key: 'a' });
  expect(a).not.toHaveBeenCalled();
});

it('never acts when turned off', () => {
  prefer({ singleKeys: false });
  fireEvent.keyDown(screen.getByTestId('list'), { key: 'a' });
  expect(a).not.toHaveBeenCalled();
});

it('knows sequences', () => {
  fireEvent.keyDown(screen.getByTestId('list'), { key: 'g' });
  fireEvent.keyDown(screen.getByTestId('list'), { key: 'd' });
  expect(gd).toHaveBeenCalledTimes(1);
});
