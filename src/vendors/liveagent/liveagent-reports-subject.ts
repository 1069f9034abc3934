import type { Entity } from '../../contract/entity.ts';
import type { ReportCriteria } from '../../contract/report-reader.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';

/** Fields of a row that may name whom it is about, and the filters by which a report is about one of them only. */
const subjects = [
  { field: 'agent', criterion: 'agentKey', argument: 'agentId' },
  { field: 'department', criterion: 'departmentKey', argument: 'departmentId' },
  { field: 'customer', criterion: 'customerKey', argument: 'customerId' },
] as const;

type SubjectField = (typeof subjects)[number]['field'];

/** The fields that show whether rows are about those whom the filter names. */
export function subjectFields(filter: ReportCriteria): readonly SubjectField[] {
  return subjects.flatMap(({ field, criterion }) => (filter[criterion] === undefined ? [] : [field]));
}

/**
 * Throws `unsupported-filter` where a row names somebody else than the filter: this server does not know the parameter
 * and told about everybody. `filter` has the vendor's ids; an agent by address is known by another one in rows.
 */
export function requireSubjects(rows: readonly unknown[], filter: ReportCriteria, label: CallLabel): void {
  const stranger = subjects.find(({ field, criterion }) => {
    const wanted = filter[criterion];
    return (
      wanted !== undefined && !wanted.includes('@') && rows.some((row) => namesAnother(row, field, wanted))
    );
  });
  if (!stranger) return;
  const message = `source "${label.source}" cannot apply the filter ${stranger.argument} to this report: this server does not know it`;
  throw new VendorError({ kind: 'unsupported-filter', message, ...label });
}

function namesAnother(row: unknown, field: SubjectField, wanted: string): boolean {
  const named = (row as Partial<Record<SubjectField, Entity | null>> | null)?.[field]?.vendorId;
  return named != null && named !== wanted;
}
