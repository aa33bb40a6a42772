import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alarm } from '../../contracts';
import { act, useActs } from '../../data/commands';
import { useRights } from '../../data/session';
import { useLive } from '../../live/store';
import { Field } from '../../ui/Field';
import { ActWord } from './ActWord';
import type { Draft } from './AlarmPane';

type ActsProps = { alarm: Alarm; draft: Draft | null; setDraft: (draft: Draft | null) => void };

/** What may be done with the alarm now; what may not says why. */
export function Acts({ alarm, draft, setDraft }: ActsProps) {
  const { t } = useTranslation();
  const { actOnAlarms } = useRights();
  const stale = useLive((live) => live.phase === 'stale');
  const under = useActs((s) => s.acts.get(alarm.id));
  const busy = under?.phase === 'sending' || under?.phase === 'unknown' || under?.phase === 'queued';
  if (!actOnAlarms) return <p className="quiet">{t('act.noRight')}</p>;
  const waits = alarm.state === 'open' || alarm.state === 'recovered';
  const resolved = alarm.state === 'resolved';
  return (
    <>
      <div className="acts">
        <Button
          type="primary"
          aria-keyshortcuts="a"
          disabled={busy || !waits}
          title={waits ? undefined : t('act.notNow', { verb: t('act.acknowledge') })}
          onClick={() => act(alarm, 'acknowledge')}
        >
          {t('act.acknowledge')}
        </Button>
        <Button
          disabled={busy || resolved || stale}
          title={stale ? t('act.staleResolve') : resolved ? t('act.notNow', { verb: t('act.resolve') }) : undefined}
          onClick={() => setDraft({ verb: 'resolve', alarmId: alarm.id })}
        >
          {t('act.resolve')}
        </Button>
        <Button aria-keyshortcuts="n" disabled={busy} onClick={() => setDraft({ verb: 'note', alarmId: alarm.id })}>
          {t('act.note')}
        </Button>
      </div>
      {stale && <p className="quiet">{t('act.staleResolve')}</p>}
      {under && <ActWord of={under} />}
      {draft && <NoteForm key={draft.verb} alarm={alarm} verb={draft.verb} onDone={() => setDraft(null)} />}
    </>
  );
}

function NoteForm({ alarm, verb, onDone }: { alarm: Alarm; verb: Draft['verb']; onDone: () => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [fault, setFault] = useState(false);
  const submit = () => {
    if (note.trim() === '') return setFault(true);
    act(alarm, verb, note.trim());
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t(verb === 'resolve' ? 'act.resolveNote' : 'act.noteText')} fault={fault && note.trim() === '' ? t('act.noteRequired') : undefined}>
        {(id, describedBy) => (
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            rows={3}
            maxLength={1000}
            autoFocus
            value={note}
            onChange={(event) => setNote(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.nativeEvent.isComposing) onDone();
            }}
          />
        )}
      </Field>
      <div className="row-flex">
        <Button type="primary" htmlType="submit">
          {t('act.send', { verb: t(`act.${verb}`) })}
        </Button>
        <Button onClick={onDone}>{t('act.cancel')}</Button>
      </div>
    </form>
  );
}
