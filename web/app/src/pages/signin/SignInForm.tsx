import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../contracts';
import { Refusal } from '../../data/api';
import { useSession, useSignIn } from '../../data/session';
import { dayTime } from '../../ui/time';
import { Field } from '../../ui/Field';

export function SignInForm({ name: known = '' }: { name?: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState(known);
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ name: name.trim(), password }, { onError: () => setPassword('') });
      }}
    >
      {signIn.error && <SignInFault error={signIn.error} />}
      <Field label={t('sign.name')}>
        {(id) => <Input id={id} value={name} onChange={(e) => setName(e.target.value)} autoComplete="username" required autoFocus={!known} />}
      </Field>
      <Field label={t('sign.password')}>
        {(id) => (
          <Input
            id={id}
            type="password"
            value={password}
            onChange={(e) => setPassword(e.target.value)}
            autoComplete="current-password"
            required
            autoFocus={!!known}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('sign.submit')}
      </Button>
    </form>
  );
}

function SignInFault({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const until = error instanceof Refusal ? (error.problem as Problem & { until?: string }).until : undefined;
  const words = !(error instanceof Refusal)
    ? t('sign.noAnswer')
    : error.status === 423
      ? t('sign.locked', { until: until ? dayTime(until) : '' })
      : error.status === 401
        ? t('sign.wrong')
        : error.message;
  return (
    <p className="fault" role="alert">
      {words}
    </p>
  );
}

/** Signing in again in place: what was on the screen stays there, marked as old. */
export function SignInDialog({ open }: { open: boolean }) {
  const { t } = useTranslation();
  const { data } = useSession();
  return (
    <Modal title={t('sign.again')} open={open} footer={null} closable={false} mask={{ closable: false }} keyboard={false} width={400} destroyOnHidden>
      <p className="quiet">{t('sign.againHint')}</p>
      <SignInForm name={data?.name ?? ''} />
    </Modal>
  );
}
