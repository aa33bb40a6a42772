import { LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteHistory } from '../contracts';
import { usePreferences } from '../keys/preferences';
import { dayTime, fullTime } from '../ui/time';
import { seriesOf } from './series';

use([LineChart, ScatterChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

type ChartProps = { history: SiteHistory; name: string; intervalSeconds: number };

export default function HistoryChart({ history, name, intervalSeconds }: ChartProps) {
  const { t } = useTranslation();
  const theme = usePreferences((p) => p.theme);
  const box = useRef<HTMLDivElement>(null);
  const series = useMemo(() => seriesOf(history, intervalSeconds), [history, intervalSeconds]);
  const label = t('site.chartLabel', { name, n: history.samples.length, failures: series.failed.length });
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current);
    // The colours are those of the style sheet of this theme.
    chart.getDom().dataset.theme = theme;
    chart.setOption(option(series, history, label, (key) => t(`site.series.${key}`), (n) => t('site.ms', { n })));
    const resize = new ResizeObserver(() => chart.resize());
    resize.observe(box.current);
    return () => {
      resize.disconnect();
      chart.dispose();
    };
  }, [series, history, label, theme, t]);
  return <div ref={box} className="chart" role="img" aria-label={label} />;
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function option(
  series: ReturnType<typeof seriesOf>,
  history: SiteHistory,
  label: string,
  word: (key: 'total' | 'firstByte' | 'failed') => string,
  ms: (n: number) => string,
): EChartsCoreOption {
  const text = token('--text-2');
  const line = { type: 'line', showSymbol: false, connectNulls: false, emphasis: { disabled: true } } as const;
  return {
    animation: false,
    textStyle: { fontFamily: token('--font') },
    aria: { enabled: true, label: { description: label }, decal: { show: true } },
    grid: { left: 64, right: 16, top: 36, bottom: 32 },
    legend: { top: 4, textStyle: { color: text } },
    // Drawn on the canvas: nothing that came from a monitored page can become markup.
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (v: unknown) => (typeof v === 'number' ? ms(v) : '–'), axisPointer: { label: { formatter: ({ value }: { value: unknown }) => fullTime(Number(value)) } } },
    xAxis: {
      type: 'time',
      min: Date.parse(history.from),
      max: Date.parse(history.until),
      axisLabel: { color: text, hideOverlap: true, formatter: (at: number) => dayTime(at).slice(0, -3) },
      axisLine: { lineStyle: { color: token('--line-strong') } },
    },
    yAxis: [
      { type: 'value', axisLabel: { color: text, formatter: (n: number) => ms(n) }, splitLine: { lineStyle: { color: token('--line') } } },
      // Failures stand in a lane of their own at the top: their 15 s would press the curve flat.
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      { ...line, name: word('total'), data: series.total, lineStyle: { color: token('--chart-1'), width: 2 }, itemStyle: { color: token('--chart-1') } },
      { ...line, name: word('firstByte'), data: series.firstByte, lineStyle: { color: token('--chart-3'), width: 1.5, type: 'dashed' }, itemStyle: { color: token('--chart-3') } },
      { type: 'scatter', yAxisIndex: 1, name: word('failed'), data: series.failed.map(([at, took]) => [at, 0.96, took]), encode: { x: 0, y: 1, tooltip: [2] }, symbol: 'diamond', symbolSize: 10, itemStyle: { color: token('--chart-2') } },
    ],
  };
}
