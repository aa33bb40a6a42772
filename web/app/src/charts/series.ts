import type { HistorySample, SiteHistory } from '../contracts';

export type Point = [number, number | null];
export type Series = { total: Point[]; firstByte: Point[]; failed: Point[] };

const failedOf = (sample: HistorySample): boolean => (sample.count == null ? !!sample.failure : (sample.failures ?? 0) > 0);
const wholly = (sample: HistorySample): boolean => (sample.count == null ? !!sample.failure : sample.failures === sample.count);

/**
 * Curves with gaps drawn as gaps: where nothing was observed, or nothing opened, there is no line. A failure stands
 * where it happened, at the height of the time it took.
 */
export function seriesOf(history: SiteHistory, intervalSeconds: number): Series {
  const series: Series = { total: [], firstByte: [], failed: [] };
  const gap = gapOf(history.samples, intervalSeconds);
  let before: number | null = null;
  for (const sample of history.samples) {
    const at = Date.parse(sample.at);
    if (before !== null && at - before > gap) cut(series, before + 1);
    const shut = wholly(sample);
    series.total.push([at, shut ? null : sample.totalMs]);
    series.firstByte.push([at, shut ? null : sample.firstByteMs]);
    if (failedOf(sample)) series.failed.push([at, sample.totalMs]);
    before = at;
  }
  return series;
}

function cut(series: Series, at: number): void {
  series.total.push([at, null]);
  series.firstByte.push([at, null]);
}

/** Two and a half times what lies between two samples as a rule; downsampled spans have wider steps than the interval. */
function gapOf(samples: readonly HistorySample[], intervalSeconds: number): number {
  const steps = samples.slice(1).map((sample, n) => Date.parse(sample.at) - Date.parse(samples[n]!.at));
  const usual = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  return 2.5 * Math.max(usual, intervalSeconds * 1000);
}
