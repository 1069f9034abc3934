/** What every command is given. */
export interface CommandOptions {
  readonly configFile: string | undefined;
  readonly portBase: number | undefined;
  readonly seed: number | undefined;
  readonly size: number | undefined;
}
