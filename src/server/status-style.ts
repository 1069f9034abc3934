import { pageStyle } from './page-style.ts';
import { chartHeight } from './status-chart.ts';

/** The style of the status page. */
export const statusStyle = `${pageStyle}header { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; margin: 0 0 1.2rem }
header small { color: var(--faint) }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; flex-basis: 100% }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 27rem), 1fr)); gap: 1rem }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem; min-width: 0 }
.title { display: flex; align-items: baseline; gap: .5rem; margin: 0 0 .6rem }
h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere } .title small { color: var(--faint); flex: 1 }
.state { font-size: .8rem; font-weight: 600; padding: .05rem .6rem; border: 1px solid; border-radius: 1rem; white-space: nowrap }
.UP, .ready { color: var(--ok) } .DEGRADED, .starting { color: var(--warn) } .DOWN, .draining { color: var(--bad) }
dl { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; margin: 0 0 .8rem }
dt { font-size: .78rem; color: var(--faint) } dd { margin: 0; font-variant-numeric: tabular-nums }
.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem } figure { margin: 0; min-width: 0 } figcaption { font-size: .75rem; color: var(--faint) }
svg { display: block; width: 100%; height: ${chartHeight}px; border-bottom: 1px solid var(--line) }
.calls { fill: var(--calls) } .failures { fill: var(--bad) } .time { fill: var(--time) }
h3 { font-size: .78rem; font-weight: 400; color: var(--faint); margin: .8rem 0 .1rem } ul { margin: 0; padding: 0; list-style: none; font-size: .85rem; overflow-wrap: anywhere }
li code { color: var(--bad) } time { font-variant-numeric: tabular-nums } footer { font-size: .8rem; color: var(--faint); margin: 1rem 0 0 }
`;
