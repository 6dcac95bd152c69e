/**
 * The one road of a request: find the use case → find the caller → may they call it → parse → run → audit → envelope.
 * Only this file catches.
 */
import { errors } from '../../contract/errors';
import type { Envelope, Failure } from '../../contract/envelope';
import type { Access, Audited } from '../../contract/action';
import { hasRole, type Caller } from '../../domain/caller';
import { DomainError, type ErrorCode } from '../../domain/errors';
import type { Host } from '../host/host';
import * as auditLog from '../store/audit-log';
import { findCaller } from './caller';
import { newId } from './new-id';
import { parse } from './parse';
import type { Context, UseCase } from './use-case';

export interface FunctionRequest {
  action?: unknown;
  data?: unknown;
  /** What the gateway was given to know the caller by; WeChat knows without. */
  credentials?: string | undefined;
}

/** One area: its name and its use cases by verb. */
export interface Area {
  name: string;
  useCases: Readonly<Record<string, UseCase>>;
}

export interface ServeOptions {
  host: Host;
  now?: () => Date;
}

export type Serve = (request: FunctionRequest) => Promise<Envelope>;

function checkAccess(access: Access, caller: Caller | null): void {
  if (access === 'anyone') return;
  if (!caller) throw new DomainError('UNAUTHENTICATED');
  if (access !== 'signedIn' && !hasRole(caller, ...access)) throw new DomainError('FORBIDDEN');
}

/** 'claim', or 'wish.claim' in full. */
function findUseCase({ name, useCases }: Area, action: unknown): [string, UseCase] {
  const verb = typeof action === 'string' && action.startsWith(`${name}.`) ? action.slice(name.length + 1) : action;
  const found = typeof verb === 'string' && Object.hasOwn(useCases, verb) ? useCases[verb] : undefined;
  if (typeof verb !== 'string' || !found) {
    throw new DomainError('INVALID_INPUT', { details: { action: '没有这项操作，请更新后再试' } });
  }
  return [`${name}.${verb}`, found];
}

/** What the audit keeps of the input: ids and plain choices, and what the action itself names; no contact fields. */
function auditFacts(input: unknown, audited: Audited): Record<string, unknown> {
  const kept = [
    'id',
    'mediaId',
    'decision',
    'into',
    'dryRun',
    'acceptPartial',
    'representativeId',
    'roles',
    'why',
    'scope',
    'status',
    'from',
    'to',
    'now',
    ...(audited === true ? [] : audited),
  ];
  const given = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  return Object.fromEntries(given.filter(([key]) => kept.includes(key)));
}

export function fail(code: ErrorCode, traceId: string, refusal: DomainError['refusal'] = {}): Failure {
  return {
    code,
    message: refusal.message ?? errors[code].zh,
    ...(refusal.details ? { details: refusal.details } : {}),
    traceId,
  };
}

/** Turns whatever was thrown into the envelope's failure; only what a rule or a store refused reaches the caller. */
export function failure(error: unknown, traceId: string, host: Host, where: Record<string, unknown>): Envelope {
  if (error instanceof DomainError) {
    host.log('info', { ...where, traceId, code: error.code, ...error.refusal.facts });
    return { ok: false, error: fail(error.code, traceId, error.refusal) };
  }
  host.log('error', {
    ...where,
    traceId,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return { ok: false, error: fail('INTERNAL', traceId) };
}

/** The log keeps no more of what was sent than the name of an action; anything else is somebody's own text. */
const loggedAction = (action: unknown): string | undefined =>
  typeof action === 'string' && /^[A-Za-z.]{1,60}$/.test(action) ? action : undefined;

export function serve(area: Area, { host, now = () => new Date() }: ServeOptions): Serve {
  async function run(request: FunctionRequest, traceId: string): Promise<Envelope> {
    const at = now();
    const [action, found] = findUseCase(area, request.action);
    const caller = await findCaller(host, request.credentials, at);
    checkAccess(found.action.access, caller);
    const input = parse(found.action.input, request.data);
    const context: Context<Caller | null> = { caller, now: at, newId, host };
    const answer = await found.handle(input as never, context as Context<never>);
    const { audited } = found.action;
    if (audited && caller) {
      const { accountId, name } = caller;
      await auditLog.append({ _id: newId(), at, accountId, name, action, facts: auditFacts(input, audited), traceId });
    }
    return { ok: true, data: host.checkAnswers ? found.action.output.parse(answer) : answer };
  }

  return async (request) => {
    const traceId = newId();
    try {
      return await run(request, traceId);
    } catch (error) {
      return failure(error, traceId, host, { area: area.name, action: loggedAction(request.action) });
    }
  };
}
