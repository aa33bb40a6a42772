import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../data/api';
import { useChangePassword } from '../../data/session';
import { Field } from '../../ui/Field';

type Words = { current: string; next: string; repeat: string };

export function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState<Words>({ current: '', next: '', repeat: '' });
  const [unequal, setUnequal] = useState(false);
  const change = useChangePassword();
  const faults = change.error instanceof Refusal ? Object.values(change.error.problem.errors ?? {}).flat() : [];
  const submit = () => {
    setUnequal(words.next !== words.repeat);
    if (words.next === words.repeat) change.mutate({ current: words.current, next: words.next }, { onSuccess: onDone });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {change.error && (
        <div className="fault" role="alert">
          {faults.length > 0 ? faults.map((fault) => <p key={fault}>{fault}</p>) : change.error instanceof Refusal ? change.error.message : t('sign.noAnswer')}
        </div>
      )}
      {(['current', 'next', 'repeat'] as const).map((key) => (
        <Field key={key} label={t(`sign.${key}`)} fault={key === 'repeat' && unequal ? t('sign.unequal') : undefined}>
          {(id) => (
            <Input
              id={id}
              type="password"
              required
              autoComplete={key === 'current' ? 'current-password' : 'new-password'}
              value={words[key]}
              onChange={(e) => setWords({ ...words, [key]: e.target.value })}
            />
          )}
        </Field>
      ))}
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {t('sign.save')}
      </Button>
    </form>
  );
}

export function PasswordDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <Modal title={t('sign.change')} open={open} onCancel={onClose} footer={null} width={400} destroyOnHidden closable={{ 'aria-label': t('common.close') }}>
      <PasswordForm
        onDone={() => {
          onClose();
          void message.success(t('sign.saved'));
        }}
      />
    </Modal>
  );
}
