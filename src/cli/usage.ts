import { version } from '../server/version.ts';

/** The help text of the command line. */
export const usage = `deskgraph ${version}: one GraphQL graph over several help desks

  deskgraph start [--config FILE]       start the gateway; without a configuration, the sandbox and the gateway
  deskgraph check [--config FILE]       check the configuration and call each source once, read-only
  deskgraph sandbox [--port-base N]     start the four emulated help desks alone
  deskgraph schema [--federation]       print the schema; with --federation as a subgraph of Apollo Federation 2,
                                        with --json as introspection tells it

  Options of start and check (without a configuration) and sandbox:
    --seed N     the made-up world to show (default 1)
    --size N     how large it is, 1 = 3,000 conversations (default 1)

  Without a command it is start. -h, --help prints this, -v, --version the version.

  Without --config the file is the one named by DESKGRAPH_CONFIG, else ./deskgraph.yaml. The variables HOST, PORT,
  REDIS_URL and LOG_LEVEL go before what it says.
`;

/** A command line that cannot be understood; the message says what was expected. */
export class UsageError extends Error {}
