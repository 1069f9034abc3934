/** Thrown for an `after` with which the list cannot go on. The message is for callers. */
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';

  constructor(got: string) {
    super(`after: expected a cursor that this list gave for the same filter and order, but got ${got}`);
  }
}
