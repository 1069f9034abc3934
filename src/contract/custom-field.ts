/** Value of a field that the account defines itself. */
export interface CustomField {
  readonly code: string;
  readonly value: string | null;
}
