import type { ActivitySlot } from '../metrics/source-activity.ts';
import type { SourceReport, StatusReport } from './status-report.ts';

/** What the page may do: show itself. */
export const statusContentPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What the page shows beside the report. */
export interface StatusPageParts {
  /** Whether GraphiQL is there to be linked. */
  readonly graphiql: boolean;
  /** Whether the schema is. */
  readonly schema: boolean;
  readonly slotsOf: (source: string) => readonly Readonly<ActivitySlot>[];
}

const chartHeight = 36;
const barWidth = 4;

const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --ok: #2f9e57; --warn: #d98a00; --bad: #d33b3b; --bar: #4a7fd4 }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.4rem; margin: 0 } nav { margin: .3rem 0 1.5rem } nav a { margin-right: 1rem }
section { border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; margin: 0 0 1rem }
h2 { font-size: 1.05rem; margin: 0 0 .5rem } h2 small { font-weight: 400; opacity: .7; margin-left: .4rem }
.state { float: right; font-size: .85rem; font-weight: 600 } .UP, .ready { color: var(--ok) } .DEGRADED, .starting { color: var(--warn) } .DOWN, .draining { color: var(--bad) }
dl { display: flex; flex-wrap: wrap; gap: .2rem 2rem; margin: 0 0 .6rem } dt { font-size: .78rem; opacity: .7 } dd { margin: 0; font-variant-numeric: tabular-nums }
svg { display: block; width: 100%; height: ${chartHeight}px; border-bottom: 1px solid var(--line) } .calls { fill: var(--bar) } .failures { fill: var(--bad) }
ul { margin: .6rem 0 0; padding: 0; list-style: none; font-size: .85rem } li code { color: var(--bad) } p { font-size: .8rem; opacity: .7 }
`;

/** The page for people; everything is in it, nothing is asked for elsewhere. */
export function statusPage({ status, sources }: StatusReport, parts: StatusPageParts): string {
  const links = [
    parts.graphiql ? '<a href="/graphql">GraphiQL</a>' : '',
    parts.schema ? '<a href="/schema.graphql">Schema</a>' : '',
    '<a href="/metrics">Metrics</a>',
    '<a href="/ready">Ready</a>',
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="10">
<title>Deskgraph: ${escaped(status)}</title>
<style>${style}</style>
</head>
<body>
<h1>Deskgraph <span class="state ${escaped(status)}">${escaped(status)}</span></h1>
<nav>${links.join('')}</nav>
${sources.map((source) => section(source, parts.slotsOf(source.name))).join('\n')}
<p>Bars: calls to the vendor in the last five minutes, five seconds each; failed ones in red. The page renews itself.</p>
</body>
</html>
`;
}

function section(source: SourceReport, slots: readonly Readonly<ActivitySlot>[]): string {
  const { name, vendor, status, milliseconds, cacheHitRatio, rateBudget } = source;
  const figures = [
    ['Calls a minute', String(source.callsPerMinute)],
    ['Failed', String(source.failuresPerMinute)],
    ['Mean time', milliseconds === null ? '–' : `${milliseconds} ms`],
    ['Cache hits', cacheHitRatio === null ? '–' : `${Math.round(cacheHitRatio * 100)} %`],
    ['Budget left', rateBudget ? `${rateBudget.remaining} of ${rateBudget.limit}` : 'no limit'],
  ].map(([term, value = '']) => `<div><dt>${term}</dt><dd>${escaped(value)}</dd></div>`);
  const failures = source.recentFailures.map(
    ({ at, operation, code }) =>
      `<li><time>${escaped(at.slice(11, 19))}</time> <code>${escaped(code)}</code> ${escaped(operation)}</li>`,
  );
  return `<section>
<h2>${escaped(name)}<small>${escaped(vendor)}</small><span class="state ${escaped(status)}">${escaped(status)}</span></h2>
<dl>${figures.join('')}</dl>
${chart(slots)}
${failures.length > 0 ? `<ul>${failures.join('')}</ul>` : ''}
</section>`;
}

function chart(slots: readonly Readonly<ActivitySlot>[]): string {
  const most = Math.max(1, ...slots.map(({ calls }) => calls));
  const total = slots.reduce((sum, { calls }) => sum + calls, 0);
  const bars = slots.flatMap(({ calls, failures }, index) =>
    calls === 0
      ? []
      : [
          bar('calls', index, calls / most),
          ...(failures > 0 ? [bar('failures', index, failures / most)] : []),
        ],
  );
  const width = slots.length * barWidth;
  return `<svg viewBox="0 0 ${width} ${chartHeight}" preserveAspectRatio="none" role="img" aria-label="${total} calls in five minutes">${bars.join('')}</svg>`;
}

function bar(kind: 'calls' | 'failures', index: number, share: number): string {
  const height = Math.max(1, Math.round(share * (chartHeight - 2)));
  return `<rect class="${kind}" x="${index * barWidth}" y="${chartHeight - height}" width="${barWidth - 1}" height="${height}"/>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
