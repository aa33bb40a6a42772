import { theme, type ThemeConfig } from 'antd';
import type { Preferences } from '../keys/preferences';

const font =
  '"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif';

const light = { colorPrimary: '#0b5cab', colorBgLayout: '#f2f4f8', colorText: '#16202e', colorTextSecondary: '#4a5769', colorError: '#8a1030' };
const dark = { colorPrimary: '#4c9bf5', colorBgBase: '#0b1220', colorBgContainer: '#111a2b', colorBgElevated: '#162136', colorBorder: '#3a4a66', colorError: '#ff6b7d' };

/** The controls wear the same colours as our own style sheets, and do not move. */
export const dress = (wish: Preferences['theme']): ThemeConfig => ({
  algorithm: wish === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    ...(wish === 'dark' ? dark : light),
    fontFamily: font,
    fontSize: 14,
    borderRadius: 4,
    motion: false,
    colorTextPlaceholder: wish === 'dark' ? '#9aa8bd' : '#5f6c80',
    colorTextDescription: wish === 'dark' ? '#a9b6c9' : '#4a5769',
    controlHeight: 32,
  },
  // White on the lighter blue of the dark theme would be too faint.
  components: { Button: wish === 'dark' ? { primaryColor: '#000000' } : {}, Segmented: { itemColor: wish === 'dark' ? '#a9b6c9' : '#4a5769' } },
});
