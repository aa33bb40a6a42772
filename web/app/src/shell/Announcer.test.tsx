import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { applied, emptyDesk, swapped } from '../live/desk';
import { alarm, event } from '../live/samples';
import { useLive } from '../live/store';
import { Announcer } from './Announcer';

const critical = (n: number, over = {}) => alarm(n, { priority: 'P1', ...over });
const words = () => screen.getByTestId('announcer').textContent;

beforeEach(() => {
  useLive.setState({ desk: emptyDesk });
  render(<Announcer />);
});

it('says nothing of what stood when the page was opened', () => {
  act(() => useLive.setState({ desk: swapped(emptyDesk, [critical(1)]) }));
  expect(words()).toBe('');
});

it('says a new critical alarm once, whatever happens to it later', () => {
  const first = swapped(emptyDesk, []);
  act(() => useLive.setState({ desk: first }));
  const second = applied(first, [event(1, { alarm: critical(1) })]);
  act(() => useLive.setState({ desk: second }));
  expect(words()).toContain('测试网站 1');
  act(() => useLive.setState({ desk: applied(second, [event(2, { alarm: critical(2) })]) }));
  expect(words()).not.toContain('测试网站 1');
  expect(words()).toContain('测试网站 2');
});

it('says it also when it came by a snapshot, and again when it comes back', () => {
  act(() => useLive.setState({ desk: swapped(emptyDesk, []) }));
  act(() => useLive.setState({ desk: swapped(emptyDesk, [critical(1)]) }));
  expect(words()).toContain('测试网站 1');
  act(() => useLive.setState({ desk: swapped(emptyDesk, [critical(2)]) }));
  act(() => useLive.setState({ desk: swapped(emptyDesk, [critical(1, { count: 2 })]) }));
  expect(words()).toContain('测试网站 1');
});

it('says nothing of lesser alarms', () => {
  act(() => useLive.setState({ desk: swapped(emptyDesk, []) }));
  act(() => useLive.setState({ desk: swapped(emptyDesk, [alarm(1)]) }));
  expect(words()).toBe('');
});
