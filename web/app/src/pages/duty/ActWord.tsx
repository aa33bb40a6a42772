import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dismiss, type Act } from '../../data/commands';
import { said } from '../../i18n';
import { Shape } from '../../ui/Shape';
import { clockTime } from '../../ui/time';

/** What has become of a command that is not simply done. Never says done: the alarm itself does. */
export function ActWord({ act }: { act: Act }) {
  const { t } = useTranslation();
  const words = useWords(act);
  const ended = act.phase === 'conflict' || act.phase === 'refused';
  return (
    <div className="word" role="status" data-phase={act.phase}>
      <Shape name={ended ? 'ring' : 'clock'} />
      <span>{words}</span>
      {ended && (
        <Button size="small" onClick={() => dismiss(act.alarmId)}>
          {t('act.dismiss')}
        </Button>
      )}
      {act.phase === 'queued' && (
        <Button size="small" onClick={() => dismiss(act.alarmId)}>
          {t('act.withdraw')}
        </Button>
      )}
    </div>
  );
}

function useWords(act: Act): string {
  const { t, i18n } = useTranslation();
  const verb = t(`act.${act.verb}`);
  switch (act.phase) {
    case 'sending':
      return t('state.sending');
    case 'queued':
      return `${t('state.queued')} · ${t('act.queuedHint', { verb })}`;
    case 'unknown':
      return t('act.unknown', { verb });
    case 'refused':
      return t('act.refused', { why: act.why ? said(act.why, i18n.language) : '' });
    case 'conflict':
      return act.by ? t('act.conflict', { by: act.by, time: act.at ? clockTime(act.at) : '', verb: t(lastVerb(act)) }) : t('act.conflictPlain');
  }
}

/** What the other person did: the state the alarm is in now tells. */
const lastVerb = (act: Act): 'act.acknowledge' | 'act.resolve' => (act.now?.state === 'resolved' ? 'act.resolve' : 'act.acknowledge');
