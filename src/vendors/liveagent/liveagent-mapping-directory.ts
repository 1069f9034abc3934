import type { CustomerGroup, Department, DepartmentAvailability, Tag } from '../../contract/directory.ts';
import type { Application } from '../../contract/source-health.ts';
import { toDepartmentState } from './liveagent-mapping-live.ts';
import { toInstant, toldBy } from './liveagent-mapping-values.ts';
import type { WireApplication, WireDepartment, WireLabel } from './liveagent-wire.ts';

/** A department, and what else its record has. */
export interface ListedDepartment {
  readonly department: Department;
  /** The mark that the list keeps on deleted ones. */
  readonly deleted: boolean;
  /** Without counts; null where the record does not say. */
  readonly availability: DepartmentAvailability | null;
}

/** Maps a department of the list or a single one; its agents need a call of their own. */
export function toDepartment(wire: WireDepartment): ListedDepartment {
  const { departmentid: key, name, description, onlinestatus, deleted } = wire;
  return {
    department: { key, vendorId: key, name: name ?? key, description: description ?? null },
    deleted: deleted === 'Y',
    availability: toDepartmentState({ id: key, onlineStatus: onlinestatus }).availability,
  };
}

/** Maps a tag; the list may lack colours and archive mark (`complete` = a single record, which has all there is). */
export function toTag(wire: WireLabel, complete: boolean): Tag {
  const { is_archived: archived } = wire;
  return {
    ...toCustomerGroup(wire, complete),
    archived:
      archived === undefined && !complete
        ? undefined
        : archived === 'Y' || archived === '1' || archived === 'true',
  };
}

/** Maps a customer group; the list lacks colours (`complete` = a single record). */
export function toCustomerGroup(wire: WireLabel, complete: boolean): CustomerGroup {
  const told = toldBy(complete);
  return {
    key: wire.id,
    vendorId: wire.id,
    name: wire.name ?? wire.id,
    color: told(wire.color),
    backgroundColor: told(wire.bg_color),
  };
}

/** Maps version and clock of the installation; the two references show different columns. */
export function toApplication(wire: WireApplication, timeZone: string): Application {
  return {
    version: wire.liveagentversion ?? null,
    frameworkVersion: wire.gpfversion ?? null,
    serverTime: toInstant(wire.current_server_time, timeZone),
    installedAt: toInstant(wire.dateinstalled, timeZone),
    updatedAt: toInstant(wire.datelatestupdate, timeZone),
  };
}
