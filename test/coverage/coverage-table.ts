import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { deskNames, type DeskName } from '../../src/sandbox/world/world.ts';

/** An operation of a vendor's document, and what became of it. */
const rowSchema = z
  .strictObject({
    /** As the document names it. */
    operation: z.string().min(1),
    kind: z.enum(['read', 'write']),
    /** What the adapter calls it, in `operation` of its calls; several where it is called for several reasons. */
    labels: z.array(z.string().min(1)).min(1).optional(),
    /** Schema coordinates such as `Query.agents`. */
    serves: z.array(z.string().min(1)).min(1).optional(),
    /** The test that proves it: its file, and its name as the file has it. */
    file: z.string().startsWith('test/').optional(),
    test: z.string().min(1).optional(),
    /** Why it is not called, or when it is. */
    why: z.string().min(1).optional(),
  })
  .readonly();

export type CoverageRow = z.infer<typeof rowSchema>;

/** The operations of one vendor. */
export interface VendorCoverage {
  /** The vendor's folder, and the name of its file in `operations/`. */
  readonly vendor: DeskName;
  readonly title: string;
  /** Which documents the operations are from. */
  readonly documents: string;
  readonly rows: readonly CoverageRow[];
}

/** What the table of each vendor is about. */
const abouts: Readonly<Record<DeskName, Pick<VendorCoverage, 'documents' | 'title'>>> = {
  liveagent: {
    title: 'LiveAgent',
    documents:
      'Both editions of the reference of API v1; where neither has more than a title, what public clients send. `POST` and the like are the vendor’s methods; a name in brackets stands for a value.',
  },
  iadvize: {
    title: 'iAdvize',
    documents: 'All methods of API 1.7, as `model/method`. Each is a GET, changes included.',
  },
  livechat: {
    title: 'LiveChat',
    documents:
      'The three operations of the connector’s document, which is about tickets, then the other resources of REST API v2 that the adapter uses. Chats, visitors, canned responses, goals, reports and webhooks are described elsewhere and left out: later versions of the vendor’s API replace them, while tickets have no successor.',
  },
  zazachat: { title: 'ZaZaChat', documents: 'All methods of the SOAP service `enterprise.asmx`.' },
};

/** Reads the table of every vendor; throws where a row is not of the form above. */
export function readCoverage(): readonly VendorCoverage[] {
  return deskNames.map((vendor) => {
    const file = join(import.meta.dirname, 'operations', `${vendor}.yaml`);
    return { vendor, ...abouts[vendor], rows: z.array(rowSchema).parse(parse(readFileSync(file, 'utf8'))) };
  });
}
