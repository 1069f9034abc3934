/** Credentials of the test accounts, and of agents that are made: with characters that every encoding writes in its own way. */
export const canaryKeys = {
  support: 'canary-Support/7+"k<e>y&é',
  shop: 'canary-Shop/7+"k<e>y&é',
  tickets: 'canary-Tickets/7+"k<e>y&é',
  legacy: 'canary-Legacy/7+"k<e>y&é',
  newAgent: 'canary-NewAgent/7+"k<e>y&é',
  redisPassword: 'canary-Redis-7-password',
  encryption: Buffer.from('canary-encryption-key-32-bytes-!').toString('base64'),
} as const;

/** A value in every way that it may be written down. */
export function formsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const percent = encodeURIComponent(value);
  const forms = [
    value,
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(JSON.stringify(value)).slice(3, -3),
    percent,
    percent.toLowerCase(),
    new URLSearchParams({ value }).toString().slice('value='.length),
    escapedXml(value),
    escapedXml(value).replaceAll('&quot;', '"'),
    bytes.toString('latin1'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64Forms(bytes),
  ];
  return [...new Set(forms)].filter((form) => form.length >= 8);
}

/** Names of the values that a text holds in any form. */
export function leaksIn(text: string, values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    formsOf(value).some((form) => text.includes(form)) ? [name] : [],
  );
}

function escapedXml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What base64 makes of the bytes at each of the three places where they may stand, without what neighbours change. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const start = before === 0 ? 0 : before + 1;
    const end = Math.floor((padded.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((encoding) => padded.toString(encoding).slice(start, end));
  });
}
