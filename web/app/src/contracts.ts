// What the server says, word for word. Hand-written; a test holds it to /openapi/v1.json.

export type Text = { zh: string; en: string };
export type Priority = 'P1' | 'P2' | 'P3' | 'P4';
export type AlarmState = 'open' | 'acknowledged' | 'recovered' | 'resolved';
export type Role = 'viewer' | 'duty' | 'lead' | 'admin';

export type Session = {
  signedIn: boolean;
  name?: string | null;
  displayName?: string | null;
  roles?: Role[] | null;
  mustChangePassword?: boolean | null;
  edition: string;
  version: string;
  region: { id: string; name: string };
};

export type Basis = { ruleSet: string; version: string; wording: string };
export type Fact = { label: Text; value: string };

export type Alarm = {
  id: string;
  target: string;
  targetName: string;
  unit: string;
  code: string;
  priority: Priority;
  state: AlarmState;
  reason: string;
  sentence: Text;
  basis: Basis;
  evidence: Fact[];
  raisedAt: string;
  lastAt: string;
  count: number;
  version: number;
  standing: boolean;
  owner?: string | null;
  acknowledgedAt?: string | null;
  leaseUntil?: string | null;
  recoveredAt?: string | null;
  resolvedAt?: string | null;
  resolution?: string | null;
};

export type EventKind =
  | 'raised'
  | 'recurred'
  | 'changed'
  | 'recovered'
  | 'acknowledged'
  | 'resolved'
  | 'noted'
  | 'leaseEnded';

export type DeskEvent = {
  epoch: number;
  seq: number;
  at: string;
  kind: EventKind;
  by: string;
  note?: string | null;
  alarm: Alarm;
  commandKey?: string | null;
};

/** An event as the history of one alarm tells it: the alarm's body is not repeated. */
export type PastEvent = Omit<DeskEvent, 'alarm' | 'commandKey'> & { version: number };

export type CollectorBeat = {
  name: string;
  at: string;
  targets: number;
  fresh: number;
  lagMs: number;
  sighted: boolean;
};

export type DeskPulse = {
  region: string;
  epoch: number;
  headSeq: number;
  serverNow: string;
  collectors: CollectorBeat[];
  targets: number;
  fresh: number;
};

export type DeskSnapshot = { pulse: DeskPulse; alarms: Alarm[] };
export type DeskChanges = { pulse: DeskPulse; events: DeskEvent[] };
export type AlarmHistory = { alarm: Alarm; events: PastEvent[] };
export type AlarmAnswer = { alarm: Alarm };

export type Condition = 'normal' | 'suspect' | 'down' | 'blocked' | 'unknown' | 'maintenance' | 'paused';
export type SiteLevel = 'ministry' | 'province' | 'city' | 'county' | 'township';
export type MaintenanceWindow = { from: string; until: string; reason: string; by: string };

export type SiteProfile = {
  id: string;
  region: string;
  name: string;
  url: string;
  organizer: string;
  supervisor: string;
  level: SiteLevel;
  isPortal: boolean;
  intervalSeconds: number;
  keywords: string[];
  paused: boolean;
  maintenance: MaintenanceWindow[];
  version: number;
};

export type SiteRow = {
  profile: SiteProfile;
  condition: Condition;
  seenAt?: string | null;
  totalMs?: number | null;
  nextLook?: string | null;
  openFindings: number;
};

export type SitePage = {
  items: SiteRow[];
  total: number;
  page: number;
  size: number;
  counts: Record<Condition, number>;
};

export type Failure = { class: string; detail: string };
export type Phases = {
  dnsMs?: number | null;
  connectMs?: number | null;
  tlsMs?: number | null;
  firstByteMs?: number | null;
  bodyMs?: number | null;
  totalMs: number;
};
export type HttpFacts = {
  status: number;
  finalUrl: string;
  redirects: number;
  address?: string | null;
  bytes: number;
};
export type CertificateFacts = {
  subject: string;
  issuer: string;
  notBefore: string;
  notAfter: string;
  thumbprint: string;
  problem?: string | null;
};
export type DatedItem = { date: string; title: string; link?: string | null };
export type PageFacts = {
  title: string;
  encoding: string;
  textLength: number;
  latest?: DatedItem | null;
  datedItems: number;
  impossibleDates: string[];
  outsideHosts: string[];
  missingKeywords: string[];
  siteName?: string | null;
};
export type Observation = {
  at: string;
  failure?: Failure | null;
  phases: Phases;
  http?: HttpFacts | null;
  certificate?: CertificateFacts | null;
  page?: PageFacts | null;
  unchanged: boolean;
  sighted: boolean;
};
export type Finding = {
  code: string;
  priority: Priority;
  reason: string;
  sentence: Text;
  basis: Basis;
  evidence: Fact[];
  since: string;
};
export type Availability = {
  state: 'unseen' | 'up' | 'suspect' | 'down' | 'recovering' | 'blocked';
  since?: string | null;
  failure?: Failure | null;
};
export type Accesses = {
  days: { date: string; accesses: number; failures: number }[];
  accesses: number;
  failures: number;
};

export type SiteDetail = {
  profile: SiteProfile;
  condition: Condition;
  seenAt?: string | null;
  nextLook?: string | null;
  availability: Availability;
  lastSeen?: Observation | null;
  certificate?: CertificateFacts | null;
  latest?: DatedItem | null;
  readAt?: string | null;
  accesses: Accesses;
  open: Finding[];
};

export type HistorySample = {
  at: string;
  totalMs: number;
  firstByteMs: number;
  failure?: string | null;
  count?: number | null;
  failures?: number | null;
};
export type SiteHistory = { from: string; until: string; samples: HistorySample[] };

export type ImportFault = { line: number; column: string; value: string; allowed: Text };
export type ImportResult = {
  dryRun: boolean;
  added: string[];
  changed: string[];
  unchanged: string[];
  rejected: ImportFault[];
};

/** RFC 9457. Title and detail are Chinese; `en` carries the English. */
export type Problem = {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  en?: string;
  errors?: Record<string, string[]>;
};
export type Conflict = Problem & { alarm?: Alarm; by?: string; at?: string };
