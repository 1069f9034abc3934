import type { EmulatedReply, EmulatedRequest, EmulatorHandler } from '../emulator.ts';
import type { Desk } from '../world/world.ts';
import { usualQuirks } from './zazachat-account.ts';
import type { ZazachatAccount, ZazachatOffice } from './zazachat-account.ts';
import { zazachatMethods } from './zazachat-methods.ts';
import { faultReply, resultReply } from './zazachat-soap-reply.ts';
import type { SoapVersion } from './zazachat-soap-reply.ts';
import { readSoapCall } from './zazachat-soap-request.ts';
import type { SoapCall } from './zazachat-soap-request.ts';

const serviceNamespace = 'http://www.zazachat.com/webservices/';
const unreadable = 'Server was unable to read request. ---> There is an error in XML document (1, 1).';

/** The action a call names: a header with quotes in SOAP 1.1, part of the content type in 1.2. */
function actionOf({ headers }: EmulatedRequest, version: SoapVersion): string | null {
  if (version === '1.1') return /^"(.*)"$/.exec(String(headers['soapaction'] ?? ''))?.[1] ?? null;
  return /action="?([^";]*)/.exec(headers['content-type'] ?? '')?.[1] ?? null;
}

/** The methods by action; the transcript's namespace may end in two slashes. */
function actionsOf({ quirks }: ZazachatOffice): Map<string, { method: string; namespace: string }> {
  const actions = new Map<string, { method: string; namespace: string }>();
  for (const method of zazachatMethods.keys()) {
    const choice = method === 'GetChatTranscript' ? quirks.transcriptNamespace : 'single';
    const namespaces = { double: ['/'], either: ['', '/'], single: [''] }[choice];
    for (const slash of namespaces) {
      const namespace = serviceNamespace + slash;
      actions.set(namespace + method, { method, namespace });
    }
  }
  return actions;
}

function serverFault(version: SoapVersion, message: string, office: ZazachatOffice): EmulatedReply {
  const trace = office.quirks.stackTrace
    ? '\n   at Zaza.Webservices.Enterprise.Run(Int64 ClientID, String API_Key) in d:\\web\\enterprise.asmx.cs:line 88\n   --- End of inner exception stack trace ---'
    : '';
  return faultReply(version, 'server', `Server was unable to process request. ---> ${message}${trace}`);
}

function run(version: SoapVersion, call: SoapCall, office: ZazachatOffice): EmulatedReply {
  const { quirks } = office;
  const method = zazachatMethods.get(call.method);
  const outcome = method?.run(office, call.parameters) ?? { problem: 'No such method.' };
  if ('problem' in outcome) return serverFault(version, outcome.problem, office);
  const { document } = outcome;
  if (document !== null) return resultReply(version, call, { document }, quirks);
  const empty = quirks.nothing === 'absent' ? 'absent' : { document: `<${method?.root ?? ''} />` };
  return resultReply(version, call, empty, quirks);
}

function refuse(version: SoapVersion, call: SoapCall, office: ZazachatOffice): EmulatedReply {
  const message = 'Invalid ClientID or API_Key.';
  if (office.quirks.refusal === 'fault') return serverFault(version, message, office);
  const root = zazachatMethods.get(call.method)?.root ?? '';
  const result = office.quirks.refusal === 'text' ? { text: message } : { document: `<${root} />` };
  return resultReply(version, call, result, office.quirks);
}

function handleSoap(
  request: EmulatedRequest,
  office: ZazachatOffice,
  account: ZazachatAccount,
): EmulatedReply {
  const version: SoapVersion = request.headers['content-type']?.includes('soap+xml') ? '1.2' : '1.1';
  const action = actionOf(request, version);
  const known = actionsOf(office).get(action ?? '');
  if (!known) {
    const given = String(request.headers['soapaction'] ?? action ?? '');
    const message = `Server did not recognize the value of HTTP Header SOAPAction: ${given}.`;
    return faultReply(version, 'caller', message);
  }
  const call = readSoapCall(request.body);
  if (!call || call.method !== known.method || call.namespace !== known.namespace) {
    return faultReply(version, 'caller', unreadable);
  }
  const { ClientID = '', API_Key = '' } = call.parameters;
  if (!/^\s*-?\d+\s*$/.test(ClientID)) {
    return faultReply(version, 'caller', `${unreadable} ---> Input string was not in a correct format.`);
  }
  const authorised = Number(ClientID) === Number(account.clientId) && API_Key === account.apiKey;
  return authorised ? run(version, call, office) : refuse(version, call, office);
}

/** ZaZaChat's SOAP service over one desk, whatever address is called. */
export function createZazachatEmulator(desk: Desk, account: ZazachatAccount): EmulatorHandler {
  const office: ZazachatOffice = {
    desk,
    preChat: account.preChat ?? ['name', 'email'],
    quirks: { ...usualQuirks, ...account.quirks },
  };
  return {
    vendor: 'zazachat',
    operation: (request) => readSoapCall(request.body)?.method ?? `${request.method} ${request.path}`,
    handle(request) {
      if (request.method !== 'POST') {
        const names = [...zazachatMethods.keys()].map((name) => `<li>${name}</li>`).join('');
        const body = `<html><body><h1>enterprise</h1><ul>${names}</ul></body></html>`;
        return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
      }
      if (!/^(text\/xml|application\/soap\+xml)/.test(request.headers['content-type'] ?? '')) {
        return { status: 415, headers: { 'content-type': 'text/plain' }, body: 'Unsupported Media Type' };
      }
      return handleSoap(request, office, account);
    },
  };
}
