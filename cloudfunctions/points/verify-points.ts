import * as contract from '../../contract/points-checks';
import { seesTown, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as pointsFreeze from '../store/points-freeze';
import { verifyChain, verifyTown, type Fault } from '../store/points-verify';
import * as representatives from '../store/representatives';

/** 核验: proves that nobody edited what was booked. One's own chain; 人大办 anybody's, or all. */
export const verifyPoints = useCase(contract.verify, async ({ representativeId, cursor, limit }, { caller }) => {
  const asked = representativeId ?? (seesTown(caller) ? undefined : caller.representativeId);
  if (!mayVerify(asked, caller)) throw new DomainError('FORBIDDEN', { message: '只能核验本人的积分明细' });
  return asked === undefined ? ofTown(cursor, limit) : ofPerson(asked);
});

const mayVerify = (asked: string | undefined, caller: Caller): boolean =>
  seesTown(caller) || (asked !== undefined && asked === caller.representativeId);

async function ofPerson(representativeId: string) {
  await representatives.get(representativeId);
  const { checked, end, fault } = await verifyChain(representativeId);
  const whole = { checked, chains: 1, of: 1, nextCursor: null };
  if (!fault) return { ok: true, ...whole, head: end };
  return { ok: false, ...whole, firstBroken: await viewFault({ ...fault, representativeId }) };
}

async function ofTown(cursor: string | undefined, limit: number | undefined) {
  const { checked, chains, fault, last } = await verifyTown(cursor, limit);
  const of = await pointsFreeze.countHeads();
  if (fault) return { ok: false, checked, chains, of, firstBroken: await viewFault(fault), nextCursor: null };
  const heads = last === undefined ? pointsFreeze.townHash(await pointsFreeze.allHeads()) : undefined;
  return { ok: true, checked, chains, of, ...defined({ heads }), nextCursor: last ?? null };
}

async function viewFault(fault: Fault & { representativeId: string }) {
  const person = await representatives.find(fault.representativeId);
  return { ...fault, name: person?.name ?? '' };
}
