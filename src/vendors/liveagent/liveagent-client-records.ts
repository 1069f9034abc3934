import type { CallContext } from '../../contract/call-context.ts';
import { directoryOf } from './liveagent-answers.ts';
import type { LiveagentRead } from './liveagent-client-read.ts';
import { toCompany, toStoredFile } from './liveagent-mapping-records.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { companySchema, fileSchema } from './liveagent-wire-records.ts';

/** The endpoints of companies and files, one method each; errors as in `LiveagentClient`. */
export class LiveagentRecordClient {
  readonly #read: LiveagentRead;
  readonly #source: string;
  readonly #timeZone: string;
  readonly #url: string;

  constructor(settings: LiveagentSettings, read: LiveagentRead) {
    this.#read = read;
    this.#source = settings.name;
    this.#timeZone = settings.timeZone;
    this.#url = settings.url;
  }

  /** GET companies */
  listCompanies(context: CallContext) {
    const operation = 'companies.list';
    const list = this.#read(
      {
        operation,
        path: ['companies'],
        required: true,
        freshness: 'directory',
        tags: ['companies'],
        priority: 'directory',
        map: (content) =>
          content.readable('companies', companySchema, ({ wire }) => toCompany(wire, this.#timeZone, false)),
      },
      context,
    );
    return directoryOf(list, { source: this.#source, operation });
  }

  /** GET companies/[companyid] */
  getCompany(key: string, context: CallContext) {
    return this.#read(
      {
        operation: 'companies.get',
        path: ['companies', { id: key }],
        freshness: 'directory',
        tags: ['companies', 'customerGroups'],
        priority: 'bulk',
        map: (content) => toCompany(content.one(companySchema).wire, this.#timeZone, true),
      },
      context,
    );
  }

  /** GET files/[fileid] */
  getFile(key: string, context: CallContext) {
    return this.#read(
      {
        operation: 'files.get',
        path: ['files', { id: key }],
        freshness: 'conversation',
        tags: [`file:${key}`],
        priority: 'bulk',
        map: (content) => toStoredFile(content.one(fileSchema).wire, this.#timeZone, this.#url),
      },
      context,
    );
  }
}
