import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InputRef } from 'antd';
import { createRef } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { expect, it, vi } from 'vitest';
import { Bar } from './Bar';
import { countsOf, useFilter } from './filter';

function Screen() {
  const { filter, set } = useFilter();
  return (
    <>
      <Bar filter={filter} counts={countsOf([])} set={set} find={createRef<InputRef>()} onLeave={() => {}} />
      <output>{useLocation().search}</output>
      <button type="button" onClick={() => set({ q: null })}>
        clear
      </button>
    </>
  );
}

it('writes what is typed to the address and keeps the focus and every letter', async () => {
  const user = userEvent.setup();
  render(<MemoryRouter><Screen /></MemoryRouter>);
  const field = screen.getByLabelText('筛选对象、问题、单位');
  await user.type(field, 'abc');
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('?q=abc'));
  expect(document.activeElement).toBe(field);
  await user.type(field, 'd');
  expect(field).toHaveProperty('value', 'abcd');
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('?q=abcd'));
  await user.clear(field);
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
});

it('is emptied when the filter is cleared elsewhere', async () => {
  const user = userEvent.setup();
  render(<MemoryRouter initialEntries={['/?q=abc']}><Screen /></MemoryRouter>);
  const field = screen.getByLabelText('筛选对象、问题、单位');
  expect(field).toHaveProperty('value', 'abc');
  await user.click(screen.getByText('clear'));
  await vi.waitFor(() => expect(field).toHaveProperty('value', ''));
});
