import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A key with its certificate, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Certificates of one authority for the running test. */
export interface Certificates {
  /** File with the authority's own certificate. */
  readonly authorityFile: string;
  readonly valid: Certificate;
  readonly expired: Certificate;
  readonly otherName: Certificate;
  /** Made by nobody but itself. */
  readonly selfSigned: Certificate;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** Makes certificates for 127.0.0.1 with openssl. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'fault-certificates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  const read = (name: string): Certificate => ({
    key: readFileSync(join(folder, `${name}.key`), 'utf8'),
    cert: readFileSync(join(folder, `${name}.pem`), 'utf8'),
  });
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'authority.key',
    '-out',
    'authority.pem',
    '-days',
    '2',
    '-subj',
    '/CN=fault authority',
  );
  writeFileSync(
    join(folder, 'ca.cnf'),
    '[ca]\ndefault_ca=own\n[own]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\npolicy=any\ncopy_extensions=copy\n[any]\ncommonName=supplied\n',
  );
  writeFileSync(join(folder, 'index.txt'), '');
  const issue = (name: string, subject: string, start: string, end: string): Certificate => {
    openssl(
      'req',
      '-new',
      ...newKey,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${name}`,
      '-addext',
      `subjectAltName=${subject}`,
    );
    openssl(
      'ca',
      '-batch',
      '-config',
      'ca.cnf',
      '-md',
      'sha256',
      '-keyfile',
      'authority.key',
      '-cert',
      'authority.pem',
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      '-notext',
      '-startdate',
      start,
      '-enddate',
      end,
    );
    return read(name);
  };
  const year = new Date().getUTCFullYear();
  const [past, recent, future] = [
    `${year - 2}0101000000Z`,
    `${year - 1}0101000000Z`,
    `${year + 2}0101000000Z`,
  ];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'self.key',
    '-out',
    'self.pem',
    '-days',
    '2',
    '-subj',
    '/CN=self',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
  );
  return {
    authorityFile: join(folder, 'authority.pem'),
    valid: issue('valid', 'IP:127.0.0.1', past, future),
    expired: issue('expired', 'IP:127.0.0.1', past, recent),
    otherName: issue('other', 'DNS:elsewhere.example.com', past, future),
    selfSigned: read('self'),
  };
}
