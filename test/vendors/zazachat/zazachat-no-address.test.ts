import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { ticketRow, visitorRow } from './zazachat-rows.ts';
import { openSource, openStub, sampleContext, soapAnswer, type Stub } from './zazachat-stub.ts';

const written = 'n/a';
const lists: Readonly<Record<string, string>> = {
  GetDailyChatters:
    `<Visitors>${visitorRow('v-1', '3 Mar 2011 10:00:00:000', { PreChat1: 'Ann Poe', PreChat2: written })}` +
    `${visitorRow('v-2', '3 Mar 2011 11:00:00:000', { PreChat1: 'Zoe Fox', PreChat2: written })}</Visitors>`,
  GetDailyTickets: `<Tickets>${ticketRow('7', '3 Mar 2011 12:00:00:000', {
    CustomerName: 'Max Ray',
    CustomerEmail: '+1 555 010 020',
    CustomFields: 'Order+|+77 ',
  })}</Tickets>`,
};

let stub: Stub;
let source: HelpdeskSource;
beforeAll(async () => {
  stub = await openStub(({ method, subject }) =>
    soapAnswer(method, subject === '03/03/2011' ? (lists[method] ?? null) : null),
  );
  source = openSource(stub.url);
});
afterAll(async () => {
  await source.close();
  await stub.close();
});

test('strangers who wrote the same text instead of an address do not share one, and the text is kept', async () => {
  const keys = ['v:2011-03-03:v-1', 'v:2011-03-03:v-2', 't:2011-03-03:7'];
  const references = keys.map((key) => ({ key, revision: null }));
  const found = await source.conversations!.get(references, sampleContext());
  expect(found).toMatchObject([
    { customer: { name: 'Ann Poe', email: null }, customFields: [{ code: 'email', value: written }] },
    { customer: { name: 'Zoe Fox', email: null }, customFields: [{ code: 'email', value: written }] },
    {
      customer: { name: 'Max Ray', email: null },
      customFields: [
        { code: 'CustomerEmail', value: '+1 555 010 020' },
        { code: 'Order', value: '77' },
      ],
    },
  ]);
});
