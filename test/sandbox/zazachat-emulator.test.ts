import { afterEach, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/sandbox/emulator.ts';
import { openEmulator } from '../../src/sandbox/open-emulator.ts';
import type { ZazachatAccount, ZazachatQuirks } from '../../src/sandbox/zazachat/zazachat-account.ts';
import { createZazachatEmulator } from '../../src/sandbox/zazachat/zazachat-emulator.ts';
import { sampleConversation, sampleDesk, sampleEntry } from './sample-desk.ts';

const rosa = { author: { type: 'agent', id: '11' } } as const;
const ivo = { author: { type: 'agent', id: '12' } } as const;
const namespace = 'http://www.zazachat.com/webservices/';

/** 14:33:33 in New York's summer. */
function chat() {
  return sampleConversation(
    'tok3n-1001-5',
    [
      sampleEntry('2024-07-12T18:33:33.013Z', 'my parcel <number> & all'),
      sampleEntry('2024-07-12T18:34:00Z', 'Let me see.', rosa),
      sampleEntry('2024-07-12T18:35:00Z', 'Here it is:\nshelf 4', ivo),
      sampleEntry('2024-07-12T18:36:00Z', '', { kind: 'close', ...ivo }),
    ],
    {
      note: 'Returning prospect',
      visit: {
        country: 'Canada',
        host: '198.51.100.7',
        referrer: 'https://x.example?a=1&b=2',
        userAgent: '',
        websiteId: null,
      },
    },
  );
}

function ticket() {
  return sampleConversation(
    '12345',
    [
      sampleEntry('2024-07-11T01:00:00.177Z', 'How much is it?\n[02 Mar 2011 09:15:00] Rosa: as before'),
      sampleEntry('2024-07-12T13:00:20Z', '<p>It is $24.</p>', { html: true, ...rosa }),
      sampleEntry('2024-07-14T13:00:00Z', 'closed', { kind: 'status', ...rosa }),
    ],
    {
      channel: 'form',
      priority: 'High',
      customFields: [
        { code: 'Customer Number', value: '12' },
        { code: 'Operating System', value: 'Vista 64-Bit' },
      ],
    },
  );
}

let emulator: Emulator | undefined;
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
});

interface Call {
  readonly action?: string;
  readonly bodyNamespace?: string;
  readonly credentials?: string;
  readonly contentType?: string;
}

async function open(quirks: Partial<ZazachatQuirks> = {}, more: Partial<ZazachatAccount> = {}) {
  const desk = sampleDesk('America/New_York', [chat(), ticket()]);
  emulator = await openEmulator(
    createZazachatEmulator(desk, { clientId: '1001', apiKey: 'secret-3', quirks, ...more }),
  );
  const url = `${emulator.origin}/webservices/enterprise.asmx`;
  return async (method: string, parameters: string, options: Call = {}) => {
    const credentials = options.credentials ?? '<ClientID>1001</ClientID><API_Key>secret-3</API_Key>';
    const body = `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><${method} xmlns="${options.bodyNamespace ?? namespace}">${credentials}${parameters}</${method}></s:Body></s:Envelope>`;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': options.contentType ?? 'text/xml; charset=utf-8',
        soapaction: options.action ?? `"${namespace}${method}"`,
      },
      body,
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
}

const day = (text: string): string => `<sDate>${text}</sDate>`;

describe('GetDailyChatters', () => {
  it('gives a day of the account’s zone as elements without a namespace', async () => {
    const call = await open();
    const { status, type, text } = await call('GetDailyChatters', day('07/12/2024'));
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(text).toContain(
      `<GetDailyChattersResponse xmlns="${namespace}"><GetDailyChattersResult><Visitors xmlns="">`,
    );
    expect(text).toContain('<Visitor VisitorID="tok3n-1001-5"><Country>Canada</Country>');
    expect(text).toContain('<Referrer>https://x.example?a=1&amp;b=2</Referrer>');
    expect(text).toContain('<ChatTime>12 Jul 2024 14:33:33:013</ChatTime>');
    expect(text).toContain(
      '<VisitorInfo><Notes>Returning prospect</Notes><PreChat1>Nora Lindt</PreChat1><PreChat2>nora.lindt@example.com</PreChat2><PreChat3></PreChat3><PreChat4></PreChat4></VisitorInfo>',
    );
    expect(text).toContain('<Custom1>Nora Lindt</Custom1><Custom2>ID: 900</Custom2><Custom3></Custom3>');
    expect(text).not.toContain('<Department>');
  });

  it('fills the fields that the account asks before a chat, and the department when told so', async () => {
    const call = await open({ department: true }, { preChat: ['phone', 'company', 'name'] });
    const { text } = await call('GetDailyChatters', day('07/12/2024'));
    expect(text).toContain(
      '<PreChat1>+1 555 0100</PreChat1><PreChat2>example</PreChat2><PreChat3>Nora Lindt</PreChat3>',
    );
    expect(text).toContain('<Department>Parcels</Department>');
  });

  it.each([
    ['cdata', 'Result><![CDATA[<Visitors><Visitor VisitorID="tok3n-1001-5">'],
    ['escaped', 'Result>&lt;?xml version=&quot;1.0&quot; encoding=&quot;utf-16&quot;?&gt;&lt;Visitors&gt;'],
  ] as const)('can arrive as %s', async (result, start) => {
    const call = await open({ result });
    expect((await call('GetDailyChatters', day('07/12/2024'))).text).toContain(start);
  });

  it('has an empty document, or none at all, for a day without chats', async () => {
    const call = await open();
    expect((await call('GetDailyChatters', day('07/13/2024'))).text).toContain(
      'Result><Visitors xmlns="" /></',
    );
    await emulator?.close();
    const absent = await open({ nothing: 'absent' });
    expect((await absent('GetDailyChatters', day('07/13/2024'))).text).not.toContain('Result');
  });
});

describe('GetDailyTickets', () => {
  it('gives a ticket on the day it was made and on every day it was touched', async () => {
    const call = await open();
    const has = async (date: string) =>
      (await call('GetDailyTickets', day(date))).text.includes('TicketID="12345"');
    const days = ['07/10/2024', '07/11/2024', '07/12/2024', '07/13/2024', '07/14/2024'];
    const found = await Promise.all(days.map(has));
    expect(found).toEqual([true, false, true, false, true]);
  });

  it('writes the log as prose with stamps, and custom fields with nothing but a blank between them', async () => {
    const call = await open();
    const { text } = await call('GetDailyTickets', day('07/10/2024'));
    expect(text).toContain(
      '<SubmissionDate>10 Jul 2024 21:00:00:177</SubmissionDate><CurrentStatus>Closed</CurrentStatus>',
    );
    expect(text).toContain('<VisitorID>cafe01</VisitorID><CustomerName>Nora Lindt</CustomerName>');
    expect(text).toContain('<Question>How much is it?\n[02 Mar 2011 09:15:00] Rosa: as before</Question>');
    expect(text).toContain('<Priority>High</Priority>');
    expect(text).toContain(
      '<TicketLog>[12 Jul 2024 09:00:20] Rosa: It is $24.\n[14 Jul 2024 09:00:00] Rosa: Status changed to Closed\n</TicketLog>',
    );
    expect(text).toContain(
      '<CustomFields>Customer Number+|+12 Operating System+|+Vista 64-Bit </CustomFields>',
    );
  });
});

describe('GetChatTranscript', () => {
  const visitor = '<VisitorID>tok3n-1001-5</VisitorID>';

  it('is prose from the visitor’s side', async () => {
    const call = await open();
    const { text } = await call('GetChatTranscript', visitor);
    expect(text).toContain(
      [
        '<Transcript xmlns=""> Chat session started at 2:33:52 PM You\'re being connected to an agent now, please wait a moment...',
        "You're now chatting with Rosa",
        'You: my parcel &lt;number&gt; &amp; all',
        'Rosa: Let me see.',
        "You're now chatting with Ivo",
        'Ivo: Here it is:',
        'shelf 4',
        'Your chat session has been terminated. -Session_Ended-',
        '</Transcript>',
      ].join('\n'),
    );
  });

  it('is empty for a visitor who never chatted', async () => {
    const call = await open();
    const { status, text } = await call('GetChatTranscript', '<VisitorID>cafe01</VisitorID>');
    expect(status).toBe(200);
    expect(text).toContain('<Transcript xmlns="" />');
  });

  it('may live in the namespace with two slashes', async () => {
    const double = { bodyNamespace: `${namespace}/`, action: `"${namespace}/GetChatTranscript"` };
    const either = await open();
    expect((await either('GetChatTranscript', visitor, double)).text).toContain('chatting with Rosa');
    await emulator?.close();
    const single = await open({ transcriptNamespace: 'single' });
    expect((await single('GetChatTranscript', visitor, double)).status).toBe(500);
    await emulator?.close();
    const doubled = await open({ transcriptNamespace: 'double' });
    expect((await doubled('GetChatTranscript', visitor)).status).toBe(500);
    expect((await doubled('GetChatTranscript', visitor, double)).status).toBe(200);
  });
});

describe('what goes wrong at ZaZaChat', () => {
  const wrongKey = { credentials: '<ClientID>1001</ClientID><API_Key>no</API_Key>' };

  it('is a fault with HTTP 500; a wrong date comes with a stack trace', async () => {
    const call = await open();
    const { status, text } = await call('GetDailyChatters', day('13/40/2024'));
    expect(status).toBe(500);
    expect(text).toContain(
      '<faultcode>soap:Server</faultcode><faultstring>Server was unable to process request. ---&gt; String',
    );
    expect(text).toContain('   at Zaza.');
    await emulator?.close();
    const quiet = await open({ stackTrace: false });
    expect((await quiet('GetDailyChatters', '')).text).not.toContain('   at ');
  });

  it.each([
    ['an action without quotes', { action: `${namespace}GetDailyChatters` }, 'did not recognize'],
    ['an unknown action', { action: '"urn:x"' }, 'did not recognize'],
    ['a foreign namespace', { bodyNamespace: 'urn:other' }, 'unable to read request'],
    ['an account with its letter', { credentials: '<ClientID>z1001</ClientID>' }, 'not in a correct format'],
  ])('blames the caller for %s', async (_case, options, words) => {
    const call = await open();
    const { status, text } = await call('GetDailyChatters', day('07/12/2024'), options);
    expect(status).toBe(500);
    expect(text).toContain('<faultcode>soap:Client</faultcode>');
    expect(text).toContain(words);
  });

  it('hides a wrong key in a fault, in words, or in an empty list', async () => {
    const fault = await open();
    expect((await fault('GetDailyChatters', day('07/12/2024'), wrongKey)).text).toContain(
      'Invalid ClientID or API_Key',
    );
    await emulator?.close();
    const words = await open({ refusal: 'text' });
    const told = await words('GetDailyChatters', day('07/12/2024'), wrongKey);
    expect(told).toMatchObject({ status: 200, text: expect.stringContaining('Result>Invalid ClientID') });
    await emulator?.close();
    const empty = await open({ refusal: 'empty' });
    expect((await empty('GetDailyChatters', day('07/12/2024'), wrongKey)).text).toContain(
      '<Visitors xmlns="" />',
    );
  });

  it('speaks SOAP 1.2 to those who do', async () => {
    const call = await open();
    const contentType = `application/soap+xml; charset=utf-8; action="${namespace}GetDailyChatters"`;
    const good = await call('GetDailyChatters', day('07/12/2024'), { contentType });
    expect(good.text).toContain('xmlns:soap="http://www.w3.org/2003/05/soap-envelope"');
    expect(good.text).toContain('tok3n-1001-5');
    const bad = await call('GetDailyChatters', day('soon'), { contentType });
    expect(bad.text).toContain('<soap:Value>soap:Receiver</soap:Value>');
  });

  it('shows a help page to browsers and refuses other media', async () => {
    const call = await open();
    const page = await fetch(`${emulator?.origin ?? ''}/webservices/enterprise.asmx`);
    expect(await page.text()).toContain('GetDailyTickets');
    expect((await call('GetDailyChatters', '', { contentType: 'application/json' })).status).toBe(415);
    expect(emulator?.calls.list().at(-1)?.operation).toBe('GetDailyChatters');
  });
});
