import { SettingOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Popover, Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession, useSignOut } from '../data/session';
import type { Language } from '../i18n';
import { prefer, usePreferences } from '../keys/preferences';

export function SettingsMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <Popover trigger="click" placement="bottomRight" content={<Choices onHelp={onHelp} />}>
      <Button type="text" icon={<SettingOutlined />} aria-label={t('settings.label')} />
    </Popover>
  );
}

const languages: { value: Language; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

function Choices({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const mine = usePreferences();
  return (
    <div className="settings" role="group" aria-label={t('settings.label')}>
      <span>{t('settings.theme')}</span>
      <Segmented
        aria-label={t('settings.theme')}
        value={mine.theme}
        onChange={(theme) => prefer({ theme })}
        options={(['light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
      <span>{t('settings.density')}</span>
      <Segmented
        aria-label={t('settings.density')}
        value={mine.density}
        onChange={(density) => prefer({ density })}
        options={(['compact', 'standard', 'loose'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
      />
      <span>{t('settings.language')}</span>
      <Segmented
        aria-label={t('settings.language')}
        value={mine.language}
        onChange={(language) => prefer({ language })}
        options={languages}
      />
      <span>{t('settings.keys')}</span>
      <span>
        <Switch
          aria-label={t('settings.keys')}
          checked={mine.singleKeys}
          onChange={(singleKeys) => prefer({ singleKeys })}
          checkedChildren={t('settings.on')}
          unCheckedChildren={t('settings.offWord')}
        />
      </span>
      <span />
      <Button onClick={onHelp}>{t('settings.help')}</Button>
    </div>
  );
}

export function UserMenu({ onPassword }: { onPassword: () => void }) {
  const { t } = useTranslation();
  const { data } = useSession();
  const signOut = useSignOut();
  const roles = data?.roles?.map((role) => t(`role.${role}`)).join(t('common.listSeparator'));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="stack">
          <div>
            <strong>{data?.displayName ?? data?.name}</strong>
            <div className="quiet">{roles}</div>
            <div className="quiet">
              {data?.edition} {data?.version}
            </div>
          </div>
          <Button onClick={onPassword}>{t('sign.change')}</Button>
          <Button onClick={() => signOut.mutate()}>{t('sign.out')}</Button>
        </div>
      }
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t('settings.user')} ${data?.displayName ?? data?.name ?? ''}`}>
        {data?.displayName ?? data?.name}
      </Button>
    </Popover>
  );
}
