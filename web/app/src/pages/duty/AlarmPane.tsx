import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Alarm } from '../../contracts';
import { useAlarm } from '../../data/alarms';
import { Refusal } from '../../data/api';
import { said } from '../../i18n';
import { useLive } from '../../live/store';
import { Lasting, Moment } from '../../ui/Ago';
import { Blank, Loaded } from '../../ui/States';
import { Severity, StateWord } from '../../ui/Words';
import { Acts } from './Acts';
import { Timeline } from './Timeline';

/** A note being written; it survives everything but leaving its alarm. */
export type Draft = { verb: 'note' | 'resolve'; alarmId: string };

type PaneProps = { id: string | null; draft: Draft | null; setDraft: (draft: Draft | null) => void; onClose: () => void };

/** One alarm whole: what it says, on what ground, what was seen, what has been done. */
export function AlarmPane({ id, draft, setDraft, onClose }: PaneProps) {
  const { t } = useTranslation();
  return (
    <aside className="pane card" aria-label={t('alarm.pane')} data-open={id !== null} data-keys>
      {id === null ? <Blank shape="ring">{t('alarm.choose')}</Blank> : <Chosen key={id} id={id} draft={draft} setDraft={setDraft} onClose={onClose} />}
    </aside>
  );
}

function Chosen({ id, draft, setDraft, onClose }: PaneProps & { id: string }) {
  const { t } = useTranslation();
  const answer = useAlarm(id);
  const live = useLive((l) => l.desk.alarms.get(id));
  const alarm = newer(live, answer.data?.alarm);
  const missing = answer.error instanceof Refusal && answer.error.status === 404;
  return (
    <>
      {alarm && <Head alarm={alarm} draft={draft?.alarmId === id ? draft : null} setDraft={setDraft} onClose={onClose} />}
      {missing && !alarm && <Blank shape="ring">{t('alarm.missing')}</Blank>}
      {alarm && <Ground alarm={alarm} />}
      {!missing && (
        <section aria-label={t('alarm.timeline')}>
          <h3>{t('alarm.timeline')}</h3>
          <Loaded part={t('alarm.timeline')} answer={answer}>
            {(history) => <Timeline events={history.events} />}
          </Loaded>
        </section>
      )}
    </>
  );
}

const newer = (a: Alarm | undefined, b: Alarm | undefined): Alarm | undefined => (a && b ? (a.version >= b.version ? a : b) : (a ?? b));

function Head({ alarm, draft, setDraft, onClose }: { alarm: Alarm; draft: Draft | null; setDraft: PaneProps['setDraft']; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  return (
    <header>
      <div className="row-flex spread">
        <span className="row-flex">
          <Severity priority={alarm.priority} solid={alarm.state === 'open' || alarm.state === 'recovered'} />
          <StateWord state={alarm.state} />
        </span>
        <Button size="small" type="text" aria-label={t('alarm.close')} onClick={onClose}>
          ✕
        </Button>
      </div>
      <h2>{said(alarm.sentence, i18n.language)}</h2>
      <div className="row-flex quiet">
        <Target alarm={alarm} /> · <span className="wrap">{alarm.unit}</span> · <Lasting from={alarm.raisedAt} until={alarm.standing ? null : alarm.recoveredAt} />
      </div>
      <Acts alarm={alarm} draft={draft} setDraft={setDraft} />
    </header>
  );
}

/** A collector is no site and has no page. */
function Target({ alarm }: { alarm: Alarm }) {
  if (alarm.target.startsWith('collector:')) return <span>{alarm.targetName}</span>;
  return (
    <Link className="wrap" to={`/sites/${encodeURIComponent(alarm.target)}`}>
      {alarm.targetName}
    </Link>
  );
}

function Ground({ alarm }: { alarm: Alarm }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <section aria-label={t('alarm.basis')}>
        <h3>{t('alarm.basis')}</h3>
        <blockquote lang="zh-CN">{alarm.basis.wording}</blockquote>
        <p className="quiet">
          {alarm.basis.ruleSet} · {t('alarm.version', { version: alarm.basis.version })} · {t('alarm.reason')} {alarm.reason}
        </p>
      </section>
      <section aria-label={t('alarm.evidence')}>
        <h3>{t('alarm.evidence')}</h3>
        {alarm.evidence.length === 0 && <p className="quiet">{t('alarm.noEvidence')}</p>}
        <table className="facts">
          <tbody>
            {alarm.evidence.map((fact) => (
              <tr key={fact.label.zh + fact.value}>
                <th scope="row">{said(fact.label, i18n.language)}</th>
                <td className="wrap">{fact.value}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('alarm.raised')}</th>
              <td>
                <Moment at={alarm.raisedAt} /> · {t('alarm.last')} <Moment at={alarm.lastAt} /> · ×{alarm.count}
              </td>
            </tr>
            <tr>
              <th scope="row">{t('alarm.owner')}</th>
              <td>
                {alarm.owner ?? t('alarm.none')}
                {alarm.leaseUntil && (
                  <>
                    {' · '}
                    {t('alarm.lease')} <Moment at={alarm.leaseUntil} />
                  </>
                )}
              </td>
            </tr>
            <tr>
              <th scope="row">{t('alarm.number')}</th>
              <td>
                {alarm.id} · {alarm.standing ? t('alarm.standing') : t('alarm.notStanding')}
              </td>
            </tr>
          </tbody>
        </table>
      </section>
    </>
  );
}
