import { useTranslation } from 'react-i18next';
import { useSession } from '../../data/session';
import { PasswordForm } from './PasswordForm';
import { SignInForm } from './SignInForm';

export function SignInPage() {
  const { t } = useTranslation();
  const { data } = useSession();
  return (
    <main className="sign">
      <div className="card">
        <h1>{t('app.product')}</h1>
        <p className="quiet">{data?.region.name}</p>
        <SignInForm />
      </div>
    </main>
  );
}

/** A one-time password opens this door only. */
export function FirstPasswordPage() {
  const { t } = useTranslation();
  return (
    <main className="sign">
      <div className="card">
        <h1>{t('sign.mustChange')}</h1>
        <p className="quiet">{t('sign.mustChangeHint')}</p>
        <PasswordForm onDone={() => {}} />
      </div>
    </main>
  );
}
