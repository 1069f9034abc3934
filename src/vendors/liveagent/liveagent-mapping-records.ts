import type { Company } from '../../contract/company.ts';
import type { StoredFile } from '../../contract/stored-file.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import { toMembership } from './liveagent-mapping-customer.ts';
import { toCount, toCustomFields, toInstant, toldBy } from './liveagent-mapping-values.ts';
import type { WireCompany, WireFile } from './liveagent-wire-records.ts';

/** Maps a company of the list or a single one (`complete`), which has all there is. */
export function toCompany(wire: WireCompany, timeZone: string, complete: boolean): Company {
  const told = toldBy(complete);
  return {
    key: wire.id,
    vendorId: wire.id,
    name: told(wire.name),
    emails: told(wire.emails),
    phones: told(wire.phones),
    language: told(wire.language),
    ip: told(wire.ip),
    createdAt: told(wire.datecreated === undefined ? undefined : toInstant(wire.datecreated, timeZone)),
    groups: told(wire.groups?.map(toMembership)),
    customFields: told(toCustomFields(wire.custom_fields)),
    uniqueFields: told(toCustomFields(wire.unique_fields)),
  };
}

/** Maps a file. `baseUrl` is the source's own address. */
export function toStoredFile(wire: WireFile, timeZone: string, baseUrl: string): StoredFile {
  return {
    key: wire.fileid,
    vendorId: wire.fileid,
    name: wire.filename ?? null,
    size: toCount(wire.filesize),
    mimeType: wire.filetype ?? null,
    downloads: toCount(wire.downloads),
    url: toPublicUrl(wire.downloadUrl, baseUrl),
    createdAt: toInstant(wire.created, timeZone),
  };
}

/** An absolute address. It is given to callers, so the key is taken off, which downloads need since 4.47. */
function toPublicUrl(text: string | null | undefined, baseUrl: string): string | null {
  const address = absoluteUrl(text?.replaceAll('&amp;', '&'), baseUrl);
  if (address === null || !/apikey/i.test(address)) return address;
  const url = new URL(address);
  const harmless = [...url.searchParams].filter(([name]) => name.toLowerCase() !== 'apikey');
  url.search = new URLSearchParams(harmless).toString();
  return url.href;
}
