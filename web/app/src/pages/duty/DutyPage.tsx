import { type InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../contracts';
import { act } from '../../data/commands';
import { useRights } from '../../data/session';
import { useKeys } from '../../keys/keys';
import { useLive } from '../../live/store';
import { AlarmGrid } from './AlarmGrid';
import { AlarmPane, type Draft } from './AlarmPane';
import { Bar } from './Bar';
import { useBoard } from './board';
import { Counters } from './Counters';
import { useFilter } from './filter';
import { NoAlarms } from './NoAlarms';
import { Ticker } from './Ticker';

/** 值班台: what waits for a person, and the means to take it. */
export function DutyPage() {
  const { t } = useTranslation();
  const { filter, chosen, set } = useFilter();
  const [scrolled, setScrolled] = useState(false);
  const [draft, setDraft] = useState<Draft | null>(null);
  const board = useBoard(filter, chosen !== null || scrolled);
  const grid = useRef<HTMLDivElement>(null);
  const find = useRef<InputRef>(null);
  const { actOnAlarms } = useRights();
  const alarm = useLive((live) => (chosen === null ? undefined : live.desk.alarms.get(chosen)));

  const acknowledge = useCallback((which: Alarm) => act(which, 'acknowledge'), []);
  const choose = useCallback((id: string) => set({ a: id }), [set]);
  const leave = () => {
    if (draft) setDraft(null);
    else set({ a: null });
    grid.current?.focus();
  };
  useKeys({
    a: actOnAlarms && alarm && mayAcknowledge(alarm) ? () => act(alarm, 'acknowledge') : undefined,
    n: actOnAlarms && alarm ? () => setDraft({ verb: 'note', alarmId: alarm.id }) : undefined,
    '/': () => find.current?.focus(),
    Escape: chosen !== null ? leave : undefined,
  });

  return (
    <div className="page">
      <h1 className="hidden">{t('nav.desk')}</h1>
      <Counters counts={board.counts} set={set} />
      <div className="work">
        <section className="board card" aria-label={t('desk.grid')}>
          <Bar filter={filter} counts={board.counts} set={set} find={find} onLeave={() => grid.current?.focus()}>
            <Pill
              arrived={board.arrived}
              lapsed={board.lapsed.size}
              onClick={() => {
                board.refresh();
                grid.current?.scrollTo({ top: 0 });
              }}
            />
          </Bar>
          <div className="list">
            {board.rows.length === 0 ? (
              <NoAlarms filter={filter} set={set} />
            ) : (
              <AlarmGrid
                rows={board.rows}
                lapsed={board.lapsed}
                activeId={chosen}
                onActive={choose}
                onOpen={choose}
                onScroll={(top) => setScrolled(top > 4)}
                onAcknowledge={acknowledge}
                scroller={grid}
              />
            )}
          </div>
        </section>
        <AlarmPane id={chosen} draft={draft} setDraft={setDraft} onClose={leave} />
      </div>
      <Ticker onOpen={choose} />
    </div>
  );
}

const mayAcknowledge = (alarm: Alarm): boolean => alarm.state === 'open' || alarm.state === 'recovered';

function Pill({ arrived, lapsed, onClick }: { arrived: number; lapsed: number; onClick: () => void }) {
  const { t } = useTranslation();
  if (arrived + lapsed === 0) return null;
  const words = [arrived > 0 && t('desk.arrived', { n: arrived }), lapsed > 0 && t('desk.gone', { n: lapsed })].filter(Boolean);
  return (
    <button type="button" className="pill" title={t('desk.refresh')} onClick={onClick}>
      {words.join(' · ')}
    </button>
  );
}
