import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteProfile } from '../../contracts';
import { useMaintenance } from '../../data/sites';
import { serverNow } from '../../live/store';
import { Moment } from '../../ui/Ago';
import { faultOf, wordsOfError } from '../../ui/errors';
import { Field } from '../../ui/Field';
import { fromInput, toInput } from '../../ui/time';

type MaintenanceProps = { open: boolean; onClose: () => void; profile: SiteProfile };

export function MaintenanceDialog({ open, onClose, profile }: MaintenanceProps) {
  const { t } = useTranslation();
  return (
    <Modal title={t('site.maintenance')} open={open} onCancel={onClose} footer={null} width={560} destroyOnHidden closable={{ 'aria-label': t('common.close') }}>
      <p className="quiet">{t('site.hint.maintenance')}</p>
      <Registered profile={profile} />
      <Plan profile={profile} onClose={onClose} />
    </Modal>
  );
}

function Registered({ profile }: { profile: SiteProfile }) {
  const { t } = useTranslation();
  const { cancel } = useMaintenance(profile.id);
  return (
    <>
      <h3>{t('site.windows')}</h3>
      {profile.maintenance.length === 0 && <p className="quiet">{t('site.noWindows')}</p>}
      <ul className="findings">
        {profile.maintenance.map((window) => (
          <li key={window.from} className="row-flex spread">
            <span className="wrap">
              <Moment at={window.from} /> – <Moment at={window.until} /> · {window.reason} · {window.by}
            </span>
            <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(window.from)}>
              {t('site.cancelWindow')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

const hour = 3_600_000;

function Plan({ profile, onClose }: Omit<MaintenanceProps, 'open'>) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const { add } = useMaintenance(profile.id);
  const [from, setFrom] = useState(() => toInput(serverNow() + hour));
  const [until, setUntil] = useState(() => toInput(serverNow() + 3 * hour));
  const [reason, setReason] = useState('');
  const submit = () =>
    add.mutate(
      { from: fromInput(from), until: fromInput(until), reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('site.saved'));
          onClose();
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {add.error && (
        <p className="fault" role="alert">
          {wordsOfError(add.error, i18n.language, t)}
        </p>
      )}
      <div className="fields">
        <Field label={t('site.field.from')} fault={faultOf(add.error, 'from')}>
          {(id) => <input id={id} className="native" type="datetime-local" required value={from} onChange={(e) => setFrom(e.target.value)} />}
        </Field>
        <Field label={t('site.field.until')} fault={faultOf(add.error, 'until')}>
          {(id) => <input id={id} className="native" type="datetime-local" required min={from} value={until} onChange={(e) => setUntil(e.target.value)} />}
        </Field>
      </div>
      <Field label={t('site.field.reason')} fault={faultOf(add.error, 'reason')}>
        {(id) => <Input id={id} required maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />}
      </Field>
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
