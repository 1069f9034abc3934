const smallest = 16_384;

/** Gathers a body as it comes, so that nothing is left to be done at its end. */
export class BodyBuffer {
  #bytes: Buffer;
  #length = 0;

  /** `announced`: how many bytes are to come; 0 = not known. */
  constructor(announced: number) {
    this.#bytes = Buffer.allocUnsafe(announced);
  }

  get length(): number {
    return this.#length;
  }

  /** Copies the bytes. */
  add(bytes: Buffer): void {
    this.#makeRoomFor(this.#length + bytes.length);
    this.#length += bytes.copy(this.#bytes, this.#length);
  }

  /** What has come so far; nothing may be added after this. */
  whole(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #makeRoomFor(length: number): void {
    if (length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#bytes.length, smallest));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
