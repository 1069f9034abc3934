import { auditGateway } from './http-audit.ts';

/** Prints how the gateway does in the audits of GraphQL over HTTP; ends with 1 when not all are passed. */
const outcomes = await auditGateway();
for (const word of ['MUST', 'SHOULD', 'MAY']) {
  const own = outcomes.filter(({ name }) => name.startsWith(`${word} `));
  const passed = own.filter(({ status }) => status === 'ok');
  process.stdout.write(`${word.padEnd(7)} ${passed.length} of ${own.length}\n`);
}
const missing = outcomes.filter(({ status }) => status !== 'ok');
for (const { name, status, reason } of missing) {
  process.stdout.write(`${status}: ${name}${reason === null ? '' : `: ${reason}`}\n`);
}
process.stdout.write(`${'all'.padEnd(7)} ${outcomes.length - missing.length} of ${outcomes.length}\n`);
if (missing.length > 0) process.exitCode = 1;
