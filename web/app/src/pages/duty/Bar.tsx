import { Input, type InputRef } from 'antd';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/store';
import { useHeardAt } from '../../shell/LinkSign';
import { clockTime } from '../../ui/time';
import { tabs, type Counts, type Filter, type useFilter } from './filter';

type BarProps = { filter: Filter; counts: Counts; set: ReturnType<typeof useFilter>['set']; find: RefObject<InputRef | null>; onLeave: () => void; children?: ReactNode };

export function Bar({ filter, counts, set, find, onLeave, children }: BarProps) {
  const { t } = useTranslation();
  const known = useLive((live) => live.desk.known);
  return (
    <div className="bar">
      <AsOf />
      <div className="tabs" role="group" aria-label={t('desk.tabsLabel')}>
        {tabs.map((tab) => (
          <button key={tab} type="button" aria-pressed={filter.tab === tab} onClick={() => set({ tab: tab === 'open' ? null : tab, a: null })}>
            {t(`desk.tabs.${tab}`)} {known ? counts[tab] : '?'}
          </button>
        ))}
      </div>
      {children}
      <span className="grow" />
      <select
        className="native"
        style={{ width: 'auto' }}
        aria-label={t('desk.priority')}
        value={filter.priority}
        onChange={(event) => set({ p: event.target.value || null })}
      >
        <option value="">{t('desk.anyPriority')}</option>
        {(['P1', 'P2', 'P3', 'P4'] as const).map((p) => (
          <option key={p} value={p}>
            {t(`priority.${p}`)} {p}
          </option>
        ))}
      </select>
      <Find text={filter.text} set={set} find={find} onLeave={onLeave} />
    </div>
  );
}

/** Numbers that may be old say of when they are. */
function AsOf() {
  const { t } = useTranslation();
  const stale = useLive((live) => live.phase === 'stale');
  const heard = useHeardAt();
  return stale && heard !== null ? <span className="quiet">{t('link.asOf', { time: clockTime(heard) })}</span> : null;
}

type FindProps = { text: string; set: BarProps['set']; find: BarProps['find']; onLeave: () => void };

/** Written to the address half a second after the last letter, and never in the middle of an input method's word. */
function Find({ text, set, find, onLeave }: FindProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  const [seen, setSeen] = useState(text);
  // The address follows what is typed, a moment later; only a change made elsewhere is written into the field.
  if (text !== seen) {
    setSeen(text);
    if (text !== sent) setTyped(text);
  }
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing || typed.trim() === sent) return;
    const timer = setTimeout(() => {
      setSent(typed.trim());
      set({ q: typed.trim() || null });
    }, 300);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      ref={find}
      className="find"
      allowClear
      aria-label={t('desk.search')}
      placeholder={t('desk.search')}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onLeave();
      }}
    />
  );
}
