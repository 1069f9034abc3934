import { chatsOfXml } from './iadvize-wire-chat-xml.ts';
import type { RecordKind } from './iadvize-wire-decoding.ts';
import {
  chatSchema,
  operatorSchema,
  websiteSchema,
  type WireChat,
  type WireOperator,
  type WireWebsite,
} from './iadvize-wire.ts';

/** Records of `chat_history`, the only model that also answers in XML. */
export const chats: RecordKind<WireChat> = {
  expected: 'a list of chats',
  schema: chatSchema,
  isRecord: hasIdAnd('datetime', 'duration', 'history', 'vuid'),
  rowsOfXml: chatsOfXml,
};

/** Records of the operator lists. */
export const operators: RecordKind<WireOperator> = {
  expected: 'a list of operators',
  schema: operatorSchema,
  isRecord: hasIdAnd('name', 'nick', 'pseudo', 'rights'),
};

/** Records of the list of web sites. */
export const websites: RecordKind<WireWebsite> = {
  expected: 'a list of web sites',
  schema: websiteSchema,
  isRecord: hasIdAnd('label', 'url'),
};

function hasIdAnd(...names: readonly string[]): RecordKind<unknown>['isRecord'] {
  return (candidate) => 'id' in candidate && names.some((name) => name in candidate);
}
