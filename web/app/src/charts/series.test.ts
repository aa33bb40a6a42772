import { expect, it } from 'vitest';
import type { HistorySample } from '../contracts';
import { seriesOf } from './series';

const at = (minute: number) => new Date(minute * 60_000).toISOString();
const sample = (minute: number, over: Partial<HistorySample> = {}): HistorySample => ({ at: at(minute), totalMs: 200, firstByteMs: 90, ...over });
const history = (...samples: HistorySample[]) => ({ from: at(0), until: at(60), samples });

it('draws a gap where nothing was observed', () => {
  const { total } = seriesOf(history(sample(1), sample(2), sample(30), sample(31)), 60);
  expect(total.map(([, ms]) => ms)).toEqual([200, 200, null, 200, 200]);
});

it('draws no line through a failure, and marks it', () => {
  const { total, failed } = seriesOf(history(sample(1), sample(2, { failure: 'timeout', totalMs: 15_000 }), sample(3)), 60);
  expect(total.map(([, ms]) => ms)).toEqual([200, null, 200]);
  expect(failed).toEqual([[120_000, 15_000]]);
});

it('keeps the line through a step of which only a part failed', () => {
  const { total, failed } = seriesOf(history(sample(1, { count: 5, failures: 1, failure: 'timeout' }), sample(2, { count: 5, failures: 5 })), 60);
  expect(total.map(([, ms]) => ms)).toEqual([200, null]);
  expect(failed).toHaveLength(2);
});
