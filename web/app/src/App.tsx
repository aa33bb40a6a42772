import { App as Antd, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Route, Routes } from 'react-router';
import { queries } from './data/queries';
import { useSession } from './data/session';
import { usePreferences } from './keys/preferences';
import { DutyPage } from './pages/duty/DutyPage';
import { FirstPasswordPage, SignInPage } from './pages/signin/SignInPage';
import { Shell } from './shell/Shell';
import { dress } from './theme/antd';
import { Blank, Failed, Waiting } from './ui/States';

const SitesPage = lazy(() => import('./pages/sites/SitesPage'));
const SitePage = lazy(() => import('./pages/sites/SitePage'));

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;

/** Dialogs over the body would lock its scrolling by a style without nonce, which the policy refuses. */
const overlay = (): HTMLElement => document.getElementById('over') ?? document.body;

export function App() {
  const { theme, language } = usePreferences();
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      csp={{ nonce }}
      getPopupContainer={overlay}
      theme={dress(theme)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <Antd>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Door />
          </BrowserRouter>
        </QueryClientProvider>
      </Antd>
    </ConfigProvider>
  );
}

/** Who may come in, and how far. */
function Door() {
  const { t } = useTranslation();
  const session = useSession();
  if (session.data === undefined) {
    if (session.error) return <Failed part={t('app.product')} error={session.error} retry={() => void session.refetch()} />;
    return <Waiting />;
  }
  if (!session.data.signedIn) return <SignInPage />;
  if (session.data.mustChangePassword) return <FirstPasswordPage />;
  return <Screens />;
}

function Screens() {
  const { t } = useTranslation();
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<DutyPage />} />
        <Route path="sites" element={<Suspense fallback={<Waiting />}><SitesPage /></Suspense>} />
        <Route path="sites/:id" element={<Suspense fallback={<Waiting />}><SitePage /></Suspense>} />
        <Route path="*" element={<Blank shape="ring">{t('app.unknownPlace')}</Blank>} />
      </Route>
    </Routes>
  );
}
