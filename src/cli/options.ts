/** What every command is given. */
export interface CommandOptions {
  readonly configFile: string | undefined;
  readonly portBase: number | undefined;
  /** Print the schema as a subgraph. */
  readonly federation: boolean;
  /** Print the schema as an introspection result. */
  readonly json: boolean;
  readonly seed: number | undefined;
  readonly size: number | undefined;
}
