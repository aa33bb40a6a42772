import { AlertOutlined, GlobalOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { useLapsed, useSession } from '../data/session';
import { useKeys } from '../keys/keys';
import { startLive, stopLive, useLive } from '../live/store';
import { PasswordDialog } from '../pages/signin/PasswordForm';
import { SignInDialog } from '../pages/signin/SignInForm';
import { Announcer } from './Announcer';
import { Heading } from './Heading';
import { HelpDialog } from './HelpDialog';
import { LinkSign, ServerClock } from './LinkSign';
import { SettingsMenu, UserMenu } from './Settings';
import { StaleBanner } from './StaleBanner';

/** The frame around every screen. The link lives as long as the frame does. */
export function Shell() {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'help' | 'password' | null>(null);
  const stale = useLive((live) => live.phase === 'stale');
  const lapsed = useLapsed((s) => s.lapsed);
  const navigate = useNavigate();
  useEffect(() => {
    startLive();
    return stopLive;
  }, []);
  useKeys({
    '?': () => setDialog('help'),
    'g d': () => void navigate('/'),
    'g s': () => void navigate('/sites'),
  });
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Top onHelp={() => setDialog('help')} onPassword={() => setDialog('password')} />
      <Rail />
      <main id="main" tabIndex={-1} data-stale={stale}>
        <StaleBanner />
        <Outlet />
      </main>
      <Announcer />
      <Heading />
      <HelpDialog open={dialog === 'help'} onClose={() => setDialog(null)} />
      <PasswordDialog open={dialog === 'password'} onClose={() => setDialog(null)} />
      <SignInDialog open={lapsed} />
    </div>
  );
}

function Top({ onHelp, onPassword }: { onHelp: () => void; onPassword: () => void }) {
  const { data } = useSession();
  return (
    <header className="top">
      <span className="place">{data?.region.name}</span>
      <LinkSign />
      <ServerClock />
      <SettingsMenu onHelp={onHelp} />
      <UserMenu onPassword={onPassword} />
    </header>
  );
}

function Rail() {
  const { t } = useTranslation();
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <ul>
        <li>
          <NavLink to="/" end>
            <AlertOutlined aria-hidden />
            {t('nav.desk')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/sites">
            <GlobalOutlined aria-hidden />
            {t('nav.sites')}
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
