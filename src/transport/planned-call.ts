import type { PlannedCall } from '../contract/mutations/mutation-plan.ts';
import type { UpstreamRequest } from './upstream-request.ts';

/** Stands in the place of a password. */
const hidden = '[secret]';
/** Longer texts, such as a file's content, are shown by their beginning. */
const longestShown = 2000;

/**
 * A call as it may be shown before it is made: the credentials are not in a request yet, and the parameters named
 * are hidden.
 */
export function toPlannedCall(
  request: UpstreamRequest,
  encodedPath: string,
  secretParameters: readonly string[],
): PlannedCall {
  const shown = Object.entries(parametersOf(request))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, secretParameters.includes(name) ? hidden : shortened(value)] as const);
  return { method: request.method, path: encodedPath, parameters: Object.fromEntries(shown) };
}

/** The values of parameters that must not be shown. */
export function secretValues(
  request: UpstreamRequest,
  secretParameters: readonly string[],
): readonly string[] {
  const parameters = parametersOf(request);
  return secretParameters.flatMap((name) => {
    const value = parameters[name];
    return typeof value === 'string' ? [value] : [];
  });
}

function parametersOf({ query, form, body }: UpstreamRequest): Readonly<Record<string, unknown>> {
  return { ...query, ...form, ...bodyParameters(body) };
}

function bodyParameters(body: string | undefined): Readonly<Record<string, unknown>> {
  if (body === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? { ...parsed }
      : { body: parsed };
  } catch {
    return { body };
  }
}

function shortened(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= longestShown) return value;
  return `${value.slice(0, longestShown)}… (${value.length} characters)`;
}
