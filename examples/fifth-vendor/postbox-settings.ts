import * as z from 'zod';
import type { Secret } from '../../src/contract/secret.ts';
import type { SourceSettings } from '../../src/transport/source-transport.ts';

/** Settings of a Postbox account beyond those of every source. */
export interface PostboxSettings extends SourceSettings {
  readonly token: Secret;
}

/** The settings as they stand in the configuration. */
export const postboxSettings = {
  url: z.string().default('https://api.postbox.example.com'),
  token: z.string().min(1),
};
