import type { EmulatedReply } from '../emulator.ts';
import type { ZazachatQuirks } from './zazachat-account.ts';
import { escapeXml } from './zazachat-xml.ts';

/** The version of SOAP of a call, and so of its answer. */
export type SoapVersion = '1.1' | '1.2';

const envelopeNamespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

function envelopeReply(version: SoapVersion, status: number, content: string): EmulatedReply {
  const mediaType = version === '1.1' ? 'text/xml' : 'application/soap+xml';
  const schema = 'http://www.w3.org/2001/XMLSchema';
  return {
    status,
    headers: { 'content-type': `${mediaType}; charset=utf-8` },
    body:
      '<?xml version="1.0" encoding="utf-8"?>' +
      `<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}" xmlns:xsi="${schema}-instance" xmlns:xsd="${schema}">` +
      `<soap:Body>${content}</soap:Body></soap:Envelope>`,
  };
}

/** HTTP 500 with a fault: the caller's, or the server's own. */
export function faultReply(version: SoapVersion, blame: 'caller' | 'server', message: string): EmulatedReply {
  const text = escapeXml(message);
  if (version === '1.1') {
    const code = blame === 'caller' ? 'soap:Client' : 'soap:Server';
    const fault = `<faultcode>${code}</faultcode><faultstring>${text}</faultstring><detail />`;
    return envelopeReply(version, 500, `<soap:Fault>${fault}</soap:Fault>`);
  }
  const code = `<soap:Code><soap:Value>soap:${blame === 'caller' ? 'Sender' : 'Receiver'}</soap:Value></soap:Code>`;
  const reason = `<soap:Reason><soap:Text xml:lang="en">${text}</soap:Text></soap:Reason>`;
  return envelopeReply(version, 500, `<soap:Fault>${code}${reason}<soap:Detail /></soap:Fault>`);
}

function wrapDocument(document: string, { result }: ZazachatQuirks): string {
  // On that platform, a document made as a string claims to be UTF-16, whatever it is sent in.
  const declared = `<?xml version="1.0" encoding="utf-16"?>${document}`;
  if (result === 'escaped') return escapeXml(declared);
  if (result === 'cdata') return `<![CDATA[${document.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  // A node result is in no namespace.
  return document.replace(/^<(\w+)/, '<$1 xmlns=""');
}

/** What a method gives back: a document, a text, or nothing at all. */
export type MethodResult = { readonly document: string } | { readonly text: string } | 'absent';

/** HTTP 200 with a method's result. */
export function resultReply(
  version: SoapVersion,
  call: { readonly method: string; readonly namespace: string },
  result: MethodResult,
  quirks: ZazachatQuirks,
): EmulatedReply {
  const { method, namespace } = call;
  const inner =
    result === 'absent'
      ? null
      : 'text' in result
        ? escapeXml(result.text)
        : wrapDocument(result.document, quirks);
  const element = inner === null ? '' : `<${method}Result>${inner}</${method}Result>`;
  return envelopeReply(
    version,
    200,
    `<${method}Response xmlns="${namespace}">${element}</${method}Response>`,
  );
}
