import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import './i18n';
import { wearPreferences } from './keys/preferences';
import './theme/tokens.css';
import './theme/base.css';
import './theme/shell.css';
import './theme/desk.css';
import './theme/sites.css';

wearPreferences();
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
