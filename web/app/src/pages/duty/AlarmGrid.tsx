import { Button } from 'antd';
import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../contracts';
import { useActs } from '../../data/commands';
import { useRights } from '../../data/session';
import { said } from '../../i18n';
import { Lasting, Near } from '../../ui/Ago';
import { Grid, type Column } from '../../ui/Grid';
import { Severity, StateWord } from '../../ui/Words';

type AlarmGridProps = {
  rows: readonly Alarm[];
  lapsed: ReadonlySet<string>;
  activeId: string | null;
  onActive: (id: string) => void;
  onOpen: (id: string) => void;
  onScroll: (top: number) => void;
  onAcknowledge: (alarm: Alarm) => void;
  scroller: RefObject<HTMLDivElement | null>;
};

const idOf = (alarm: Alarm): string => alarm.id;
const rowClass = (alarm: Alarm): string => alarm.priority.toLowerCase();

export function AlarmGrid({ rows, onAcknowledge, ...rest }: AlarmGridProps) {
  const { t } = useTranslation();
  const columns = useColumns(onAcknowledge);
  return <Grid label={t('desk.grid')} columns={columns} rows={rows} idOf={idOf} rowClass={rowClass} {...rest} />;
}

function useColumns(onAcknowledge: (alarm: Alarm) => void): readonly Column<Alarm>[] {
  const { t, i18n } = useTranslation();
  const { actOnAlarms } = useRights();
  const language = i18n.language;
  return useMemo(
    () => [
      {
        key: 'priority',
        title: t('desk.column.priority'),
        width: language === 'en' ? '124px' : '106px',
        cell: (a) => <Severity priority={a.priority} solid={a.state === 'open' || a.state === 'recovered'} />,
      },
      { key: 'state', title: t('desk.column.state'), width: language === 'en' ? '166px' : '126px', cell: (a) => <State alarm={a} /> },
      { key: 'target', title: t('desk.column.target'), width: 'minmax(120px, 1.2fr)', className: 'strong', cell: (a) => <span title={a.targetName}>{a.targetName}</span> },
      { key: 'sentence', title: t('desk.column.sentence'), width: 'minmax(180px, 2.4fr)', cell: (a) => <span title={said(a.sentence, language)}>{said(a.sentence, language)}</span> },
      { key: 'first', title: t('desk.column.first'), width: '94px', cell: (a) => <Near at={a.raisedAt} /> },
      { key: 'last', title: t('desk.column.last'), width: '94px', cell: (a) => <Near at={a.lastAt} /> },
      { key: 'lasting', title: t('desk.column.lasting'), width: '86px', className: 'num', cell: (a) => <Lasting from={a.raisedAt} until={a.standing ? null : a.recoveredAt} /> },
      { key: 'count', title: t('desk.column.count'), width: language === 'en' ? '62px' : '52px', className: 'num', cell: (a) => (a.count > 1 ? `×${a.count}` : '1') },
      { key: 'unit', title: t('desk.column.unit'), width: 'minmax(96px, 1fr)', cell: (a) => <span title={a.unit}>{a.unit}</span> },
      {
        key: 'owner',
        title: t('desk.column.owner'),
        width: language === 'en' ? '120px' : '84px',
        cell: (a) => a.owner ?? (actOnAlarms ? <Take alarm={a} onAcknowledge={onAcknowledge} /> : '–'),
      },
    ],
    [t, language, actOnAlarms, onAcknowledge],
  );
}

function State({ alarm }: { alarm: Alarm }) {
  const phase = useActs((s) => s.acts.get(alarm.id)?.phase);
  const pending = phase === 'queued' || phase === 'sending' || phase === 'unknown' ? phase : undefined;
  return <StateWord state={alarm.state} pending={pending} />;
}

function Take({ alarm, onAcknowledge }: { alarm: Alarm; onAcknowledge: (alarm: Alarm) => void }) {
  const { t } = useTranslation();
  const busy = useActs((s) => s.acts.has(alarm.id));
  if (alarm.state === 'resolved') return '–';
  return (
    <Button
      size="small"
      tabIndex={-1}
      disabled={busy}
      aria-label={`${t('act.acknowledge')} ${alarm.targetName}`}
      onClick={(event) => {
        event.stopPropagation();
        onAcknowledge(alarm);
      }}
    >
      {t('act.acknowledge')}
    </Button>
  );
}
