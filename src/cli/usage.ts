import { version } from '../server/version.ts';

/** The help text of the command line. */
export const usage = `deskgraph ${version}: one GraphQL graph over several help desks

  deskgraph start [--config FILE]       start the gateway; without a configuration, in front of the sandbox
  deskgraph check [--config FILE]       check the configuration and call each source once, read-only
  deskgraph sandbox [--port-base N]     start the emulated help desks alone
  deskgraph schema [--federation]       print the schema; with --federation as a subgraph of Apollo Federation 2,
                                        with --json as an introspection result

  Options of sandbox, and of start and check where there is no configuration:
    --seed N     which made-up world to use (default 1)
    --size N     how large it is; 1 = 3,000 conversations (default 1)

  Without a command, deskgraph does what start does. -h, --help prints this text; -v, --version the version.

  Without --config the file is the one that DESKGRAPH_CONFIG names, else ./deskgraph.yaml. The environment variables
  HOST, PORT, REDIS_URL and LOG_LEVEL override the file.
`;

/** A command line that cannot be understood; the message says what was expected. */
export class UsageError extends Error {}
