import type { Secret } from '../../contract/secret.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { Authorize, UpstreamRequest } from '../../transport/upstream-request.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';

/** A method of the service with its parameters, in the order of the document. */
export interface SoapCall {
  readonly namespace: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Stands in the envelope where the credentials belong until the moment of sending. Values are escaped, so no value
 * can look like it.
 */
const credentialsPlace = '<Credentials/>';

/** The SOAP 1.1 request of a call, still without credentials. Fails with `invalid-input` on text that XML cannot hold. */
export function soapRequest({ namespace, method, parameters }: SoapCall, label: CallLabel): UpstreamRequest {
  const values = Object.entries(parameters).map(([name, value]) => element(name, value, label));
  return {
    method: 'POST',
    path: [],
    headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${namespace}${method}"` },
    body:
      '<?xml version="1.0" encoding="utf-8"?>' +
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
      `<${method} xmlns="${escaped(namespace, label)}">${credentialsPlace}${values.join('')}</${method}>` +
      '</soap:Body></soap:Envelope>',
  };
}

/** Puts account number and key into the envelope. */
export function authorizeWith(clientId: string, apiKey: Secret, source: string): Authorize {
  const label = { source, operation: 'authorize' };
  return (request) => ({
    ...request,
    body: request.body?.replace(
      credentialsPlace,
      () => element('ClientID', clientId, label) + element('API_Key', apiKey.reveal(), label),
    ),
  });
}

function element(name: string, value: string, label: CallLabel): string {
  return `<${name}>${escaped(value, label)}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

function escaped(value: string, label: CallLabel): string {
  // Everything outside the characters of XML 1.0, single surrogates included.
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(value)) {
    throw new VendorError({ kind: 'invalid-input', message: 'expected text that XML can hold', ...label });
  }
  return value.replace(/[&<>"\r]/g, (character) => escapes[character] ?? character);
}
