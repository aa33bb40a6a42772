import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Priority } from '../contracts';
import { unresolved } from '../live/desk';
import { useLive } from '../live/store';
import { useLinkAge } from './LinkSign';

type Face = { kind: 'stale' | 'wait' | 'calm' | Priority; n: number };

/** The tab in a row of tabs tells the state too: words in the title, shape and count in the icon. */
export function Heading() {
  const { t } = useTranslation();
  const face = useFace();
  const age = useLinkAge();
  const title = titleOf(face, age, t('app.name'), t('link.stale'), face.kind.startsWith('P') ? t(`priority.${face.kind as Priority}`) : '');
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => draw(face.kind, face.n), [face.kind, face.n]);
  return null;
}

function useFace(): Face {
  const phase = useLive((live) => live.phase);
  const desk = useLive((live) => live.desk);
  const known = useLive((live) => live.desk.known);
  if (phase === 'stale') return { kind: 'stale', n: 0 };
  if (!known) return { kind: 'wait', n: 0 };
  const open = unresolved(desk).filter((alarm) => alarm.state === 'open');
  for (const kind of ['P1', 'P2', 'P3'] as const) {
    const n = open.filter((alarm) => alarm.priority === kind).length;
    if (n > 0) return { kind, n };
  }
  return { kind: 'calm', n: 0 };
}

const two = (n: number): string => String(n).padStart(2, '0');

export function titleOf(face: Face, age: number, app: string, stale: string, word: string): string {
  const s = Math.floor(age / 1000);
  if (face.kind === 'stale') return `⚠${stale} ${two(Math.floor(s / 60))}:${two(s % 60)} · ${app}`;
  return face.n > 0 ? `(${face.n}) ${word}${face.kind.slice(1)} · ${app}` : app;
}

const fills: Record<Face['kind'], string> = {
  P1: '#8a1030',
  P2: '#e54600',
  P3: '#ffe94a',
  P4: '#0a2fa3',
  calm: '#ffffff',
  wait: '#a2afc1',
  stale: '#66748a',
};

function draw(kind: Face['kind'], n: number): void {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 32;
  const pen = canvas.getContext('2d');
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  if (!pen || !icon) return;
  pen.fillStyle = fills[kind];
  outline(pen, kind);
  pen.fill();
  pen.strokeStyle = '#16202e';
  pen.stroke();
  pen.fillStyle = kind === 'P1' || kind === 'P4' || kind === 'stale' ? '#fff' : '#000';
  pen.font = 'bold 16px sans-serif';
  pen.textAlign = 'center';
  const text = kind === 'stale' || kind === 'wait' ? '?' : n > 0 ? (n > 99 ? '99' : String(n)) : '✓';
  pen.fillText(text, 16, kind === 'P2' ? 26 : 22);
  icon.href = canvas.toDataURL();
}

function outline(pen: CanvasRenderingContext2D, kind: Face['kind']): void {
  const corners: Partial<Record<Face['kind'], [number, number][]>> = {
    P1: [[16, 0], [32, 16], [16, 32], [0, 16]],
    P2: [[16, 1], [32, 31], [0, 31]],
    P4: [[2, 2], [30, 2], [30, 30], [2, 30]],
  };
  pen.beginPath();
  const path = corners[kind];
  if (!path) pen.arc(16, 16, 15, 0, Math.PI * 2);
  path?.forEach(([x, y]) => pen.lineTo(x, y));
  pen.closePath();
}
