import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dismiss, type Act } from '../../data/commands';
import { said } from '../../i18n';
import { Shape } from '../../ui/Shape';
import { clockTime } from '../../ui/time';

/** What has become of a command that is not simply done. Never says done: the alarm itself does. */
export function ActWord({ of }: { of: Act }) {
  const { t } = useTranslation();
  const words = useWords(of);
  const ended = of.phase === 'conflict' || of.phase === 'refused';
  return (
    <div className="word" role="status" data-phase={of.phase}>
      <Shape name={ended ? 'ring' : 'clock'} />
      <span>{words}</span>
      {ended && (
        <Button size="small" onClick={() => dismiss(of.alarmId)}>
          {t('act.dismiss')}
        </Button>
      )}
      {of.phase === 'queued' && (
        <Button size="small" onClick={() => dismiss(of.alarmId)}>
          {t('act.withdraw')}
        </Button>
      )}
    </div>
  );
}

function useWords(of: Act): string {
  const { t, i18n } = useTranslation();
  const verb = t(`act.${of.verb}`);
  switch (of.phase) {
    case 'sending':
      return t('state.sending');
    case 'queued':
      return `${t('state.queued')} · ${t('act.queuedHint', { verb })}`;
    case 'unknown':
      return t('act.unknown', { verb });
    case 'refused':
      return t('act.refused', { why: of.why ? said(of.why, i18n.language) : '' });
    case 'conflict':
      return of.by ? t('act.conflict', { by: of.by, time: of.at ? clockTime(of.at) : '', verb: t(lastVerb(of)) }) : t('act.conflictPlain');
  }
}

/** What the other person did: the state the alarm is in now tells. */
const lastVerb = (of: Act): 'act.acknowledge' | 'act.resolve' => (of.now?.state === 'resolved' ? 'act.resolve' : 'act.acknowledge');
