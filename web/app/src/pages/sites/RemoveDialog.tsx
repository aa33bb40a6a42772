import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SiteProfile } from '../../contracts';
import { useRemoveSite } from '../../data/sites';
import { wordsOfError } from '../../ui/errors';
import { Field } from '../../ui/Field';

/** Deleting needs the identifier typed: it cannot be undone. */
export function RemoveDialog({ open, onClose, profile }: { open: boolean; onClose: () => void; profile: SiteProfile }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const remove = useRemoveSite(profile.id);
  const [typed, setTyped] = useState('');
  const submit = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        void message.success(t('site.removed', { name: profile.name }));
        void navigate('/sites');
      },
    });
  return (
    <Modal title={t('site.removeAsk', { name: profile.name })} open={open} onCancel={onClose} footer={null} destroyOnHidden closable={{ 'aria-label': t('common.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('site.removeHint')}</p>
        {remove.error && (
          <p className="fault" role="alert">
            {wordsOfError(remove.error, i18n.language, t)}
          </p>
        )}
        <Field label={`${t('site.field.id')} ${profile.id}`}>
          {(id) => <Input id={id} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button danger htmlType="submit" disabled={typed.trim() !== profile.id} loading={remove.isPending}>
            {t('site.remove')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
