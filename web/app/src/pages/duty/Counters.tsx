import { useTranslation } from 'react-i18next';
import { useHeardAt } from '../../shell/LinkSign';
import { useLive } from '../../live/store';
import { priorityShape, Shape } from '../../ui/Shape';
import { clockTime } from '../../ui/time';
import type { Counts, useFilter } from './filter';

type CountersProps = { counts: Counts; set: ReturnType<typeof useFilter>['set'] };

/** What waits for a person, at a glance. Each number opens its rows. */
export function Counters({ counts, set }: CountersProps) {
  const { t } = useTranslation();
  return (
    <section className="counters" aria-label={t('desk.counters')}>
      {(['P1', 'P2', 'P3'] as const).map((p) => (
        <Counter
          key={p}
          className={p.toLowerCase()}
          shape={priorityShape[p]}
          label={t('desk.unacknowledged', { priority: `${t(`priority.${p}`)} ${p}` })}
          n={counts.unacknowledged[p]}
          onClick={() => set({ tab: null, p, a: null })}
        />
      ))}
      <Counter
        shape="back"
        label={t('desk.recovered')}
        n={counts.recovered}
        onClick={() => set({ tab: 'recovered', p: null, a: null })}
      />
    </section>
  );
}

type CounterProps = { className?: string; shape: Parameters<typeof Shape>[0]['name']; label: string; n: number; onClick: () => void };

function Counter({ className = '', shape, label, n, onClick }: CounterProps) {
  const { t } = useTranslation();
  const stale = useLive((live) => live.phase === 'stale');
  const known = useLive((live) => live.desk.known);
  const heard = useHeardAt();
  return (
    <button type="button" className={`counter card ${className}`} data-none={known && n === 0} onClick={onClick}>
      <Shape name={known ? shape : 'ring'} />
      <b>{known ? n : '?'}</b>
      <span className="label">
        <span>{label}</span>
        {stale && heard !== null && <small>{t('link.asOf', { time: clockTime(heard) })}</small>}
      </span>
    </button>
  );
}
