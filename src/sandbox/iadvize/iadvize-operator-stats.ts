import type { EmulatedReply } from '../emulator.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { operatorName } from './iadvize-chat.ts';
import { bare, quoted, writeCsv } from './iadvize-csv.ts';
import { readRange } from './iadvize-dates.ts';
import { toFigures } from './iadvize-operator-figures.ts';
import type { OperatorFigures } from './iadvize-operator-figures.ts';
import { jsonReply, refusalReply, textReply } from './iadvize-replies.ts';

const columns = [
  'operator',
  'id',
  'presence',
  'chatcount',
  'rate',
  'duration',
  'conv_rate',
  'turnover',
  'sales_count',
  'problem',
  'note_accueil',
  'note_delai',
  'note_resolution',
  'note_globale',
] as const satisfies readonly (keyof OperatorFigures)[];

/** `operator_stats/getStats`: figures of every operator in a range of days. */
export function getStats(call: IadvizeCall): EmulatedReply {
  const { desk, query, quirks } = call;
  const range = readRange(call, 'refused');
  if ('problem' in range) return refusalReply(range.problem, quirks);
  const figures = desk.agents
    .filter(({ id }) => !query.has('opid') || id === query.get('opid'))
    .filter((agent) => !query.has('opname') || operatorName(agent) === query.get('opname'))
    .map((agent) => toFigures(desk, agent, range));
  if (query.get('out') !== 'csv') return jsonReply(figures);
  const rows = figures.map((row) =>
    columns.map((column) => (column === 'operator' ? quoted : bare)(String(row[column]))),
  );
  return textReply('text/csv', writeCsv(columns, rows, quirks), quirks);
}
