import { describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { deskForEachTest } from './desk-for-each-test.ts';
import { readReport, type WantedRows } from './report-request.ts';
import type { TestDesk } from './test-desk.ts';

let desk: TestDesk;
let source: HelpdeskSource;
let rows: readonly unknown[];

deskForEachTest((opened) => ({ desk, source } = opened), {
  answer: ({ path }) => ({ record: { [path.replace('reports/', '')]: rows } }),
});

const readAgents = (wanted: WantedRows) => readReport(source, ({ agents }) => agents, wanted);
const readDepartments = (wanted: WantedRows) => readReport(source, ({ departments }) => departments, wanted);

describe('the one row about an agent or department', () => {
  it.each([
    ['agents', 'agentKey', readAgents],
    ['departments', 'departmentKey', readDepartments],
  ] as const)('of the report of %s is picked out of all of them by %s', async (name, filter, read) => {
    rows = [
      { id: 'x1', answers: '1' },
      { id: 'x2', answers: '2' },
    ];
    const metrics = ['answers'];
    const { value } = await read({ filter: { [filter]: 'x2' }, metrics });
    expect(value).toMatchObject({ rows: [{ metrics: { answers: 2 } }], hasMore: false });
    expect((await read({ filter: { [filter]: 'x2' }, metrics, offset: 1 })).value.rows).toEqual([]);
    expect((await read({ filter: { [filter]: 'nobody' }, metrics })).value.rows).toEqual([]);
    expect(desk.calls.map(({ path }) => path)).toEqual([`reports/${name}`]);
    expect(desk.calls[0]?.query).toMatchObject({ columns: 'id,answers', limitcount: '1000' });
    expect(desk.calls[0]?.query).not.toHaveProperty('agentid');
  });

  it('may be one that cannot be read, where no other is about them', async () => {
    rows = [{ id: 'x1' }, 'odd'];
    const found = await readAgents({ filter: { agentKey: 'x1' } });
    expect(found.value).toMatchObject({ rows: [{ agent: { key: 'x1' } }], misfit: undefined });
    const { value } = await readAgents({ filter: { agentKey: 'x2' } });
    expect(value).toMatchObject({ rows: [null], misfit: { because: { kind: 'wrong-answer' } } });
  });

  it('is looked for until the report ends, and not forever', async () => {
    rows = Array.from({ length: 1000 }, (_, index) => ({ id: `x${index}` }));
    const { value } = await readAgents({ filter: { agentKey: 'nobody' } });
    expect(value.rows).toEqual([]);
    const offsets = desk.calls.map(({ query }) => Number(query['limitfrom'] ?? 0));
    expect(offsets).toEqual(Array.from({ length: 21 }, (_, index) => index * 1000));
  });
});
