import type { PlannedCall } from '../contract/mutations/mutation-plan.ts';
import { hidden } from '../contract/secret.ts';
import { passwordsIn, withoutLogins } from '../contract/url-login.ts';
import type { UpstreamRequest } from './upstream-request.ts';

/**
 * The most characters of a value that are shown. Of longer ones, such as the content of a file, only the beginning is.
 */
const longestShown = 2000;

/**
 * A call as it may be shown before it is made. Credentials are not in a request yet; the named parameters are hidden,
 * and so are names and passwords in addresses.
 */
export function toPlannedCall(
  request: UpstreamRequest,
  encodedPath: string,
  secretParameters: readonly string[],
): PlannedCall {
  const parameters = Object.entries(parametersOf(request))
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, secretParameters.includes(name) ? hidden : shown(value)] as const);
  return { method: request.method, path: encodedPath, parameters: Object.fromEntries(parameters) };
}

/** The values of parameters that must not be shown, and the passwords in addresses. */
export function secretValues(
  request: UpstreamRequest,
  secretParameters: readonly string[],
): readonly string[] {
  return Object.entries(parametersOf(request)).flatMap(([name, value]) => {
    if (!secretParameters.includes(name)) return textsIn(value).flatMap(passwordsIn);
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

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(inner)]));
  }
  if (typeof value !== 'string') return value;
  const text = withoutLogins(value);
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}… (${value.length} characters)`;
}
