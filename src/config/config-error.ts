/** One thing wrong in a configuration. */
export interface ConfigFault {
  /** Where, such as `sources.support.apiKey`; empty for the file as a whole. */
  readonly path: string;
  /** Line in the file, from 1; null when it has none. */
  readonly line: number | null;
  /** What was expected and what came; never the value of a secret. */
  readonly message: string;
}

/** A configuration that cannot be used, with all its faults. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];

  constructor(file: string, faults: readonly ConfigFault[]) {
    const lines = faults.map(({ path, line, message }) => {
      const place = [line === null ? null : `line ${line}`, path || null].filter(Boolean).join(', ');
      return `  ${place ? `${place}: ` : ''}${message}`;
    });
    super(`${file}: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}\n${lines.join('\n')}`);
    this.faults = faults;
  }
}
