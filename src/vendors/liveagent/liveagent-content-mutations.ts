import type {
  FileUpload,
  KnowledgeBaseCategoryCreate,
  SuggestionCreate,
} from '../../contract/mutations/content-commands.ts';
import type { LabelCreate, LabelUpdate } from '../../contract/mutations/directory-commands.ts';
import type { MutationHandlers } from '../../contract/mutations/mutation-handlers.ts';
import type { Entity } from '../../contract/entity.ts';
import type { EntityChanged } from '../../contract/mutations/mutation-plan.ts';
import type { ArticleType } from '../../contract/knowledge-base.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { mapPlan, planCall } from '../../vendor-kit/write-plan.ts';
import { taggedWith } from '../../vendor-kit/tagged-with.ts';
import { articleAccesses } from './liveagent-codes.ts';
import { identifierOf } from './liveagent-customer-identifier.ts';
import { toCustomerGroup, toTag } from './liveagent-mapping-directory.ts';
import { toStoredFile } from './liveagent-mapping-records.ts';
import { codeOf } from './liveagent-refused-input.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { labelSchema } from './liveagent-wire.ts';
import { fileSchema } from './liveagent-wire-records.ts';
import type { WireRecord } from './liveagent-wire-values.ts';
import { changeCall, entityIn, idIn, type EndpointChange, type Form } from './liveagent-write-calls.ts';

const categoryTypes: Readonly<Record<string, ArticleType>> = {
  C: 'CATEGORY',
  Q: 'FORUM',
  G: 'SUGGESTION_CATEGORY',
};

/** Changes of tags, customer groups, the knowledge base, suggestions and files. */
export function createContentMutations(settings: LiveagentSettings, transport: SourceTransport) {
  const { name: source, timeZone, url } = settings;
  const toldTag = entityIn(labelSchema, (wire) => toTag(wire, true));
  const toldGroup = entityIn(labelSchema, (wire) => toCustomerGroup(wire, true));
  const toldFile = entityIn(fileSchema, (wire) => toStoredFile(wire, timeZone, url));
  const made = (change: EndpointChange, id: string, told?: (content: WireRecord) => Entity | undefined) =>
    mapPlan(planCall(transport, changeCall(settings, { ...change, ids: [id] })), (content) => ({
      key: idIn(content, id),
      told: told?.(content),
    }));
  const changed = (key: string, change: EndpointChange) =>
    mapPlan(planCall(transport, changeCall(settings, change)), (): EntityChanged => ({ key }));
  return {
    tagCreate: (command) => made(labelCreation(tags, command), 'id', toldTag),
    tagUpdate: (command) => changed(command.key, labelChange(tags, command)),
    tagDelete: ({ key }) => changed(key, labelDeletion(tags, key, [taggedWith(key)])),
    customerGroupCreate: (command) => made(labelCreation(groups, command), 'id', toldGroup),
    customerGroupUpdate: (command) => changed(command.key, labelChange(groups, command)),
    customerGroupDelete: ({ key }) => changed(key, labelDeletion(groups, key)),
    fileUpload: (command) => made(upload(command), 'fileid', toldFile),
    knowledgeBaseCategoryCreate: (command) => made(newCategory(command, source), 'kb_entry_id'),
    knowledgeBaseEntryDelete: ({ key }) =>
      changed(key, {
        operation: 'knowledgebase.entries.delete',
        method: 'DELETE',
        path: ['knowledgebase', 'entries', { id: key }],
        invalidates: ['articles'],
      }),
    suggestionCreate: (command) =>
      mapPlan(planCall(transport, changeCall(settings, newSuggestion(command, source))), (content) => ({
        suggestionId: idIn(content, 'id'),
        url: absoluteUrl(idIn(content, 'url'), url),
      })),
  } satisfies Partial<MutationHandlers>;
}

/** A kind of label: where it is changed, and what a change of it makes stale. */
interface LabelKind {
  readonly path: string;
  readonly invalidates: readonly string[];
}

const tags: LabelKind = { path: 'tags', invalidates: ['tags', 'conversations', 'reports'] };
const groups: LabelKind = { path: 'customersgroups', invalidates: ['customerGroups', 'customers'] };

function labelForm({ name, color, backgroundColor }: Partial<LabelCreate>): Form {
  return { name, color: color ?? undefined, bg_color: backgroundColor ?? undefined };
}

function labelCreation({ path, invalidates }: LabelKind, command: LabelCreate): EndpointChange {
  return { operation: `${path}.add`, method: 'POST', path: [path], form: labelForm(command), invalidates };
}

function labelChange(
  { path, invalidates }: LabelKind,
  { key, name, ...colours }: LabelUpdate,
): EndpointChange {
  const form = labelForm({ ...colours, ...(name == null ? {} : { name }) });
  return { operation: `${path}.change`, method: 'PUT', path: [path, { id: key }], form, invalidates };
}

/** `holders`: the cache tags of single records that have the label. */
function labelDeletion(
  { path, invalidates }: LabelKind,
  key: string,
  holders: readonly string[] = [],
): EndpointChange {
  return {
    operation: `${path}.delete`,
    method: 'DELETE',
    path: [path, { id: key }],
    invalidates: [...invalidates, ...holders],
  };
}

/** POST files: content in base64, or an address that LiveAgent's own server fetches. */
function upload(command: FileUpload): EndpointChange {
  const { name, mimeType } = command;
  const content = command.url === undefined ? { data: command.base64 } : { downloadUrl: command.url };
  return {
    operation: 'files.add',
    method: 'POST',
    path: ['files'],
    form: { name: name ?? undefined, type: mimeType ?? undefined, ...content },
    invalidates: [],
  };
}

/** POST knowledgebase/categories. */
function newCategory(command: KnowledgeBaseCategoryCreate, source: string): EndpointChange {
  const { title, knowledgeBaseKey, parentKey, type, access, order, keywords } = command;
  return {
    operation: 'knowledgebase.categories.add',
    method: 'POST',
    path: ['knowledgebase', 'categories'],
    form: {
      title,
      kb_id: knowledgeBaseKey ?? undefined,
      parent_entry_id: parentKey ?? undefined,
      rtype: type == null ? undefined : codeOf<string>(categoryTypes, type, { source, field: 'type' }),
      access:
        access == null ? undefined : codeOf<string>(articleAccesses, access, { source, field: 'access' }),
      rorder: order == null ? undefined : String(order),
      keywords: keywords ?? undefined,
      departmentid: command.departmentKey ?? undefined,
      description: command.description ?? undefined,
    },
    invalidates: ['articles'],
  };
}

/** POST suggestions. */
function newSuggestion(command: SuggestionCreate, source: string): EndpointChange {
  const { categoryKey: category, subject, message } = command;
  const { type, key } = command.author;
  const useridentifier = type === 'Agent' ? key : identifierOf({ key, source, field: 'authorId' });
  return {
    operation: 'suggestions.create',
    method: 'POST',
    path: ['suggestions'],
    form: { useridentifier, category, subject, message },
    ids: ['id'],
    // Other people answer a suggestion, so it is a conversation too.
    invalidates: ['articles', 'conversations'],
  };
}
