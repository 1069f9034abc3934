import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../../src/contract/secret.ts';
import { VendorError } from '../../../src/contract/vendor-error.ts';
import { decodeXml } from '../../../src/decoding/xml-decoding.ts';
import { childNamed, childText, elements, type XmlElement } from '../../../src/decoding/xml-element.ts';
import { authorizeWith, soapRequest } from '../../../src/vendors/zazachat/zazachat-request.ts';

const label = { source: 'legacy', operation: 'GetChatTranscript' };
const namespace = 'http://www.zazachat.com/webservices/';
const callFor = (visitorId: string) =>
  soapRequest({ namespace, method: 'GetChatTranscript', parameters: { VisitorID: visitorId } }, label);
const sent = (visitorId: string, key = 'secret key') =>
  authorizeWith('4711', new Secret(key), 'legacy')(callFor(visitorId));
const methodIn = (body: string | undefined) =>
  childNamed(decodeXml(body ?? ''), 'Body')?.children[0] as XmlElement;

describe('a request', () => {
  test('names its method in a quoted SOAPAction and goes to the address as it is', () => {
    expect(callFor('a')).toMatchObject({
      method: 'POST',
      path: [],
      headers: {
        'content-type': 'text/xml; charset=utf-8',
        soapaction: '"http://www.zazachat.com/webservices/GetChatTranscript"',
      },
    });
  });

  test('has the credentials only once it is sent, in front of the parameters', () => {
    expect(JSON.stringify(callFor('a'))).not.toMatch(/4711|secret key/);
    const method = methodIn(sent('a').body);
    expect(elements(method).map(({ name }) => name)).toEqual(['ClientID', 'API_Key', 'VisitorID']);
    expect([childText(method, 'ClientID'), childText(method, 'API_Key')]).toEqual(['4711', 'secret key']);
  });

  test('carries any text that XML can hold as it is, and never as markup', () => {
    const readable = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(text));
    const hostile = fc.constantFrom('</API_Key>', '<Credentials/>', ']]>', '&amp;', '$&$1', '\r\n', '<!--');
    fc.assert(
      fc.property(fc.oneof(readable, hostile), fc.oneof(readable, hostile), (visitorId, key) => {
        const method = methodIn(sent(visitorId, key).body);
        expect(elements(method)).toHaveLength(3);
        expect(childText(method, 'VisitorID')).toBe(visitorId);
        expect(childText(method, 'API_Key')).toBe(key);
      }),
    );
  });

  test.each(['\u0000', 'a\u001bb', '\ud800', '\uffff'])('refuses %j, which XML cannot hold', (text) => {
    expect(() => callFor(text)).toThrow(VendorError);
    try {
      sent('a', text);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ kind: 'invalid-input' });
    }
  });
});
