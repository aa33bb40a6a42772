import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../keys/preferences';

export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const on = usePreferences((p) => p.singleKeys);
  const rows: [string[], string][] = [
    [['j', '↓', 'k', '↑'], t('keys.move')],
    [['Home', 'End'], t('keys.ends')],
    [['Enter'], t('keys.open')],
    [['a'], t('keys.acknowledge')],
    [['n'], t('keys.note')],
    [['r'], t('keys.probe')],
    [['/'], t('keys.search')],
    [['g d'], t('keys.goDesk')],
    [['g s'], t('keys.goSites')],
    [['?'], t('keys.help')],
    [['Esc'], t('keys.close')],
  ];
  return (
    <Modal title={t('keys.title')} open={open} onCancel={onClose} footer={null} closable={{ 'aria-label': t('common.close') }}>
      <p className="quiet">{t('keys.hint')}</p>
      {!on && <p>{t('keys.off')}</p>}
      <table className="facts">
        <tbody>
          {rows.map(([keys, words]) => (
            <tr key={words}>
              <th scope="row">
                {keys.map((key) => (
                  <span key={key}>
                    <kbd>{key}</kbd>{' '}
                  </span>
                ))}
              </th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
