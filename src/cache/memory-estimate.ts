/** Bytes of memory that a byte of text takes up once it is parsed into records and mapped, the raw record included. */
const bytesPerCharacter = 3;

/** About how much memory, in bytes, a value takes up that was read from `sourceBytes` bytes. */
export function memoryOf(sourceBytes: number): number {
  return bytesPerCharacter * sourceBytes;
}
