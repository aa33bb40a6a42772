/** The promises of the live link, in milliseconds. */
export const limits = {
  /** Without any frame for this long, nothing on screen may look current. */
  stale: 12_000,
  /** Without any frame for this long, the connection is thrown away and a new one made. */
  renew: 20_000,
  /** A connection attempt that has brought no frame by now is given up. */
  attempt: 6_000,
  /** Bounds of the random pause between attempts. Retrying never ends. */
  retryMin: 500,
  retryMax: 5_000,
  /** After this many failed attempts in a row the same changes are asked for over HTTP. */
  attemptsBeforePolling: 3,
  /** How often they are asked for then. */
  poll: 5_000,
  /** Longest wait for one answer over HTTP. */
  fetch: 8_000,
  /** A collector whose life sign (one each 5 s) is older than this is silent. */
  collector: 12_000,
  /** Events kept while a gap before them is filled; beyond, a snapshot is cheaper. */
  buffer: 5_000,
  /** The server's clock may differ from ours by this much before we say so. */
  skew: 30_000,
} as const;
