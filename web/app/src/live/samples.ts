import type { Alarm, CollectorBeat, DeskEvent, DeskPulse } from '../contracts';

// Made-up values for tests.

export const alarm = (n: number, over: Partial<Alarm> = {}): Alarm => ({
  id: `530400-${n}`,
  target: '5304000001',
  targetName: `测试网站 ${n}`,
  unit: '测试单位',
  code: 'siteDown',
  priority: 'P2',
  state: 'open',
  reason: 'Confirmed',
  sentence: { zh: `第 ${n} 句`, en: `Sentence ${n}` },
  basis: { ruleSet: '国办秘函〔2019〕19号', version: '2019-04-01', wording: '站点无法访问' },
  evidence: [],
  raisedAt: '2026-11-22T07:00:00+08:00',
  lastAt: '2026-11-22T07:00:00+08:00',
  count: 1,
  version: 1,
  standing: true,
  ...over,
});

export const event = (seq: number, over: Partial<DeskEvent> = {}): DeskEvent => ({
  epoch: 1,
  seq,
  at: '2026-11-22T07:00:00+08:00',
  kind: 'raised',
  by: 'system',
  alarm: alarm(seq),
  ...over,
});

export const beat = (over: Partial<CollectorBeat> = {}): CollectorBeat => ({
  name: 'c1',
  at: '2026-11-22T07:00:00+08:00',
  targets: 8,
  fresh: 8,
  lagMs: 3,
  sighted: true,
  ...over,
});

export const pulse = (headSeq: number, over: Partial<DeskPulse> = {}): DeskPulse => ({
  region: '530400',
  epoch: 1,
  headSeq,
  serverNow: '2026-11-22T07:00:00+08:00',
  collectors: [beat()],
  targets: 8,
  fresh: 8,
  ...over,
});
