import type { Department } from './directory.ts';

/** A button or form that a help desk makes for web pages. */
export interface Widget {
  readonly vendorId: string;
  readonly name: string | null;
  /** The vendor's code of its kind. */
  readonly vendorKind: string | null;
  /** As the vendor writes it, such as `en-US`. */
  readonly language: string | null;
  /** Where what is sent with it goes. */
  readonly department: Department | null;
  /** HTML to be put into a web page as it is. */
  readonly integrationCode: string | null;
}
