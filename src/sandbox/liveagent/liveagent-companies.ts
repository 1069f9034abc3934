import type { LiveAgentCall, LiveAgentOperation } from './liveagent-call.ts';
import { LiveAgentFailure, idAt } from './liveagent-call.ts';
import { writeDateTime } from './liveagent-dates.ts';

/** GET companies: the e-mail addresses are one text here. */
export const listCompanies: LiveAgentOperation = ({ state }) => ({
  companies: state.companies.map((company) => ({
    id: company.id,
    name: company.name,
    emails: company.emails.join(','),
    datecreated: writeDateTime(company.createdAt, state.desk.timeZone),
    ip: company.ip,
  })),
});

/** GET companies/[companyid]: the e-mail addresses are a list here. */
export function getCompany(call: LiveAgentCall): ReturnType<LiveAgentOperation> {
  const { state } = call;
  const company = state.companies.find(({ id }) => id === idAt(call));
  if (!company) throw new LiveAgentFailure(500, 'Could not load company');
  const groups = state.desk.customerGroups.filter(({ id }) => company.groupIds.includes(id));
  return {
    id: company.id,
    name: company.name,
    datecreated: writeDateTime(company.createdAt, state.desk.timeZone),
    language: company.language,
    ip: company.ip,
    emails: company.emails,
    phones: company.phones,
    groups: groups.map(({ id, name }) => ({ groupid: id, groupname: name })),
    custom_fields: company.groupIds.length > 1 ? [{ code: 'staff', value: '42' }] : [],
    unique_fields: company.emails.map((value) => ({ code: 'email', value })),
  };
}
