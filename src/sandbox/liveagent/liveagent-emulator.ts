import type { EmulatedReply, EmulatedRequest, EmulatorHandler } from '../emulator.ts';
import type { Desk } from '../world/world.ts';
import type { LiveAgentAccount } from './liveagent-account.ts';
import type { LiveAgentAnswer } from './liveagent-call.ts';
import { LiveAgentFailure } from './liveagent-call.ts';
import { writeJson, writeXml } from './liveagent-format.ts';
import { findRoute } from './liveagent-routes.ts';
import type { LiveAgentState } from './liveagent-state.ts';
import { createState } from './liveagent-state.ts';

/** Where a call goes, by either of the vendor's two kinds of address. */
interface Target {
  readonly format: 'json' | 'xml' | 'yaml';
  readonly segments: readonly string[];
}

function readTarget(request: EmulatedRequest): Target {
  const handler = request.query.get('handler');
  const below = request.path.slice(request.path.indexOf('/api/') + '/api/'.length);
  const path = below === 'index.php' && handler !== null ? handler : below;
  const [, plain = path, format] = /^(.*)\.(json|xml|yaml)$/.exec(path) ?? [];
  return {
    format: format === 'xml' || format === 'yaml' ? format : 'json',
    segments: plain.split('/').map(decode),
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function readParameters(request: EmulatedRequest): Map<string, string> {
  const form = request.method === 'GET' ? '' : request.body;
  return new Map([...request.query, ...new URLSearchParams(form)]);
}

/** Counts calls in the last minute; says whether one more is allowed. */
function createMeter(limit: number): (now: number) => boolean {
  let recent: number[] = [];
  return (now) => {
    recent = recent.filter((at) => at > now - 60_000);
    recent.push(now);
    return recent.length <= limit;
  };
}

function checkKey(state: LiveAgentState, parameters: ReadonlyMap<string, string>): void {
  const key = parameters.get('apikey') ?? '';
  if (key === '') throw new LiveAgentFailure(400, 'Api key is not found in request');
  if (key !== state.account.apiKey) {
    throw new LiveAgentFailure(state.account.wrongKeyStatus ?? 401, 'ApiKey not found');
  }
}

function run(state: LiveAgentState, request: EmulatedRequest, target: Target): LiveAgentAnswer {
  const parameters = readParameters(request);
  checkKey(state, parameters);
  if (target.format === 'yaml') throw new LiveAgentFailure(500, 'The yaml extension is not installed');
  const route = findRoute(request.method, target.segments);
  if (!route) throw new LiveAgentFailure(404, 'No such call');
  return route.run({ state, parameters, ids: route.ids });
}

function reply(status: number, format: Target['format'], answer: LiveAgentAnswer): EmulatedReply {
  if (format === 'xml') {
    return { status, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: writeXml(answer) };
  }
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: writeJson(answer) };
}

function failure(state: LiveAgentState, format: Target['format'], error: LiveAgentFailure): EmulatedReply {
  const answer = {
    status: 'ERROR',
    statuscode: error.status,
    errormessage: error.message,
    debugmessage: '',
  };
  return reply(state.account.errorsWith200 === true ? 200 : error.status, format, answer);
}

/** LiveAgent's API v1 over one desk, below `/api/`. */
export function createLiveAgentEmulator(desk: Desk, account: LiveAgentAccount): EmulatorHandler {
  const state = createState(desk, account);
  const allowed = createMeter(account.requestsPerMinute ?? Infinity);
  return {
    vendor: 'liveagent',
    operation(request) {
      const { segments } = readTarget(request);
      return findRoute(request.method, segments)?.name ?? `${request.method} ${request.path}`;
    },
    handle(request) {
      const target = readTarget(request);
      try {
        if (!allowed(Date.now())) throw new LiveAgentFailure(429, 'Too many requests');
        return reply(200, target.format, run(state, request, target));
      } catch (error) {
        if (error instanceof LiveAgentFailure) return failure(state, target.format, error);
        throw error;
      }
    },
  };
}
