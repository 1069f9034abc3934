import type { ActivitySlot } from '../metrics/source-activity.ts';

type Slots = readonly Readonly<ActivitySlot>[];

/** Height of a chart, in pixels. */
export const chartHeight = 40;
const barWidth = 4;

/** Bars of the calls in each slot, with the failed ones over them. */
export function callsChart(slots: Slots): string {
  const most = Math.max(1, ...slots.map(({ calls }) => calls));
  const bars = slots.flatMap(({ calls, failures }, index) => [
    ...(calls > 0 ? [bar('calls', index, calls / most)] : []),
    ...(failures > 0 ? [bar('failures', index, failures / most)] : []),
  ]);
  const [calls, failures] = [sum(slots, 'calls'), sum(slots, 'failures')];
  return chart(slots, `${calls} calls in five minutes, ${failures} of them failed`, bars);
}

/** Bars of the mean time that a call took in each slot. */
export function timeChart(slots: Slots): string {
  const means = slots.map(({ calls, milliseconds }) => (calls === 0 ? 0 : milliseconds / calls));
  const longest = Math.max(1, ...means);
  const bars = means.flatMap((mean, index) => (mean > 0 ? [bar('time', index, mean / longest)] : []));
  const label =
    bars.length === 0 ? 'No call in five minutes' : `Mean time of a call, ${Math.round(longest)} ms at most`;
  return chart(slots, label, bars);
}

function chart(slots: Slots, label: string, bars: readonly string[]): string {
  const width = slots.length * barWidth;
  return `<svg viewBox="0 0 ${width} ${chartHeight}" preserveAspectRatio="none" role="img" aria-label="${label}">${bars.join('')}</svg>`;
}

function bar(kind: 'calls' | 'failures' | 'time', index: number, share: number): string {
  const height = Math.max(1, Math.round(share * (chartHeight - 2)));
  return `<rect class="${kind}" x="${index * barWidth}" y="${chartHeight - height}" width="${barWidth - 1}" height="${height}"/>`;
}

function sum(slots: Slots, field: 'calls' | 'failures'): number {
  return slots.reduce((total, slot) => total + slot[field], 0);
}
