import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hash,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';

const plainMark = 'p';
const sealedMark = 'e';
const digestLength = 32;
const nonceLength = 12;
const authenticatorLength = 16;

/**
 * Binds bytes to the place they are meant for, so that damaged, cut or foreign ones are recognised. Where there is a
 * key, encrypts them as well (AES-256-GCM).
 */
export class ContentSeal {
  readonly #key: KeyObject | null;

  /** `encryptionKey`: any text; null = not encrypted. */
  constructor(encryptionKey: string | null) {
    this.#key = encryptionKey === null ? null : createSecretKey(hash('sha256', encryptionKey, 'buffer'));
  }

  /** The bytes to hand out; `place` says what they are and where they belong. */
  seal(content: Buffer, place: string): Buffer {
    if (!this.#key) return Buffer.concat([Buffer.from(plainMark), digestOf(content, place), content]);
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([Buffer.from(sealedMark), nonce, cipher.getAuthTag(), sealed]);
  }

  /** What was sealed for the place; undefined for anything else. */
  open(bytes: Buffer, place: string): Buffer | undefined {
    try {
      return this.#key ? decrypted(bytes, place, this.#key) : verified(bytes, place);
    } catch {
      return undefined;
    }
  }
}

function digestOf(content: Buffer, place: string): Buffer {
  return createHash('sha256').update(place).update(content).digest();
}

function verified(bytes: Buffer, place: string): Buffer | undefined {
  if (bytes.length < 1 + digestLength || bytes.toString('latin1', 0, 1) !== plainMark) return undefined;
  const content = bytes.subarray(1 + digestLength);
  return timingSafeEqual(bytes.subarray(1, 1 + digestLength), digestOf(content, place)) ? content : undefined;
}

function decrypted(bytes: Buffer, place: string, key: KeyObject): Buffer | undefined {
  const start = 1 + nonceLength + authenticatorLength;
  if (bytes.length < start || bytes.toString('latin1', 0, 1) !== sealedMark) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + nonceLength))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(1 + nonceLength, start));
  return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
}
