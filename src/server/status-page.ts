import type { ActivitySlot } from '../metrics/source-activity.ts';
import { escaped } from './page-style.ts';
import { callsChart, timeChart } from './status-chart.ts';
import type { SourceReport, StatusReport } from './status-report.ts';
import { statusStyle } from './status-style.ts';

/** What the page shows besides the report. */
export interface StatusPageParts {
  /** Whether GraphiQL can be linked. */
  readonly graphiql: boolean;
  /** Whether the schema can be linked. */
  readonly schema: boolean;
  /** The last five minutes of a source in slots of five seconds, oldest first. */
  readonly slotsOf: (source: string) => readonly Readonly<ActivitySlot>[];
}

/** The page for people. Everything is in it; it loads nothing from elsewhere. */
export function statusPage(
  { status, version, startedAt, redis, sources }: StatusReport,
  parts: StatusPageParts,
): string {
  const links = [
    ...(parts.graphiql ? ['<a href="graphql">GraphiQL</a>'] : []),
    ...(parts.schema ? ['<a href="docs">Documentation</a>', '<a href="schema.graphql">Schema</a>'] : []),
    '<a href="metrics">Metrics</a>',
    '<a href="ready">Readiness</a>',
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="10">
<title>Deskgraph: ${escaped(status)}</title>
<style>${statusStyle}</style>
</head>
<body>
<header>
<h1>Deskgraph</h1><span class="state ${escaped(status)}">${escaped(status)}</span>
<small>${escaped(version)}, since ${moment(startedAt)}</small>${redis ? `<span class="state ${redis}">Redis ${redis}</span>` : ''}
<nav aria-label="Pages">${links.join('')}</nav>
</header>
<main>
${sources.map((source) => section(source, parts.slotsOf(source.name))).join('\n')}
</main>
<footer>Figures are of the last minute, cache hits and charts of the last five, with a bar for every five seconds. The page renews itself every ten seconds.</footer>
</body>
</html>
`;
}

function section(source: SourceReport, slots: readonly Readonly<ActivitySlot>[]): string {
  const { name, vendor, status, milliseconds, cacheHitRatio, rateBudget } = source;
  const figures = [
    ['Calls a minute', counted(source.callsPerMinute)],
    ['Failed', counted(source.failuresPerMinute)],
    ['Mean time', milliseconds === null ? '–' : `${counted(milliseconds)} ms`],
    ['Cache hits', cacheHitRatio === null ? '–' : `${Math.round(cacheHitRatio * 100)} %`],
    [
      'Budget left',
      rateBudget ? `${counted(rateBudget.remaining)} of ${counted(rateBudget.limit)}` : 'no limit',
    ],
  ].map(([term, value = '']) => `<div><dt>${term}</dt><dd>${escaped(value)}</dd></div>`);
  return `<section>
<div class="title"><h2>${escaped(name)}</h2><small>${escaped(vendor)}</small><span class="state ${escaped(status)}">${escaped(status)}</span></div>
<dl>${figures.join('')}</dl>
<div class="charts">
<figure>${callsChart(slots)}<figcaption>Calls, failed ones in red</figcaption></figure>
<figure>${timeChart(slots)}<figcaption>Mean time of a call</figcaption></figure>
</div>
${failures(source)}</section>`;
}

function failures({ recentFailures }: SourceReport): string {
  if (recentFailures.length === 0) return '';
  const rows = recentFailures.map(
    ({ at, operation, code }) => `<li>${moment(at)} <code>${escaped(code)}</code> ${escaped(operation)}</li>`,
  );
  return `<h3>Latest failures</h3>\n<ul>${rows.join('')}</ul>\n`;
}

/** A moment in UTC: the page is the same for everybody, wherever they are. */
function moment(at: string): string {
  const isToday = at.slice(0, 10) === new Date().toISOString().slice(0, 10);
  const shown = isToday ? at.slice(11, 19) : `${at.slice(0, 10)} ${at.slice(11, 16)}`;
  return `<time datetime="${escaped(at)}">${escaped(shown)} UTC</time>`;
}

function counted(value: number): string {
  return value.toLocaleString('en');
}
