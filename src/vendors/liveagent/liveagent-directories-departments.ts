import type { CallContext } from '../../contract/call-context.ts';
import type { DirectoryReader } from '../../contract/directory-reader.ts';
import type { Department } from '../../contract/directory.ts';
import { forEachKey } from '../../vendor-kit/batch-entries.ts';
import { once, orNull } from './liveagent-answers.ts';
import type { LiveagentDirectoryClient } from './liveagent-client-directories.ts';
import type { LiveagentLiveClient } from './liveagent-client-live.ts';

/** Departments. Deleted ones are not listed, but still found by key. */
export function createDepartmentDirectory(
  client: LiveagentDirectoryClient,
  live: LiveagentLiveClient,
): DirectoryReader<Department> {
  const records = (context: CallContext) => {
    const listed = once(async () => (await client.listDepartments(context)).value);
    return async (key: string) =>
      (await listed()).find(({ department }) => department.key === key) ??
      (await orNull(client.getDepartment(key, context)));
  };
  return {
    list: async (context) => {
      const answer = await client.listDepartments(context);
      const value = answer.value.filter(({ deleted }) => !deleted).map(({ department }) => department);
      return { ...answer, value };
    },
    get: (keys, context) => {
      const record = records(context);
      return forEachKey(keys, async (key) => (await record(key))?.department ?? null);
    },
    fields: {
      agents: (keys, context) => forEachKey(keys, (key) => orNull(client.listDepartmentAgents(key, context))),
      availability: (keys, context) => {
        const record = records(context);
        const states = once(async () => (await live.listDepartmentStates(context)).value?.rows ?? []);
        // Servers without the call, or with a list that is cut off, still have the letters in the department's
        // record.
        return forEachKey(
          keys,
          async (key) =>
            (await states()).find((state) => state.key === key)?.availability ??
            (await record(key))?.availability ??
            null,
        );
      },
    },
  };
}
