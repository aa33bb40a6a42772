// Holds the program to its weight: what the first screen loads, and the charts that come later, both gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limits = { shell: 350, charts: 220 };
const dist = new URL('./dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const kb = (files) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0) / 1024;

/** Everything loaded at once with a chunk: itself, its static imports, their styles. */
function withImports(key, seen = new Set()) {
  const chunk = manifest[key];
  if (seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const css of chunk.css ?? []) seen.add(css);
  for (const next of chunk.imports ?? []) withImports(next, seen);
  return seen;
}

const shell = withImports('index.html');
const charts = [...withImports('src/charts/HistoryChart.tsx')].filter((file) => !shell.has(file));
const sizes = { shell: kb(shell), charts: kb(charts) };
let heavy = false;
for (const [part, limit] of Object.entries(limits)) {
  heavy ||= sizes[part] > limit;
  console.log(`${part}: ${sizes[part].toFixed(1)} KB gzip of ${limit} KB`);
}
if (heavy) {
  console.error('Too heavy: load something later, or leave it out.');
  process.exit(1);
}
