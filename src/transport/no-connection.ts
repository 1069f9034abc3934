const untrusted = 'its certificate is not trusted';
const noWay = 'there is no way to it';

const reasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke while it was made',
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ENOTFOUND: 'there is no host of its name',
  EPROTO: 'it does not speak TLS as expected',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS there',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS there',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UND_ERR_CONNECT_TIMEOUT: 'connecting took too long',
};

/**
 * Why there is no connection, in words and with the code by which others know it; null = the code says nothing. Holds
 * no address, as an error's own message does.
 */
export function noConnectionReason(code: string): string | null {
  if (!/^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return null;
  return Object.hasOwn(reasons, code) ? `${reasons[code]} (${code})` : code;
}
