import * as contract from '../../contract/award';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as awards from '../store/awards';
import { moveAward, signatureOf, type Told } from './move-award';
import { takeOff } from './take-off';
import { viewAward } from './view-award';

/** 撤下公示人选 without an objection: a veto that came late, or the person's own wish. */
export const dismissAnnounced = useCase(
  contract.dismiss,
  async ({ id, rev, representativeId, reason, moveUp = false }, context) => {
    const { caller, now, host } = context;
    await checkText(host, reason);
    const award = await awards.get(id);
    const { who } = signatureOf('dismiss', caller, now);
    const name = award.announced.find((one) => one.representativeId === representativeId)?.name;
    const told: Told[] = [];
    const moved = await moveAward({
      ...{ move: 'dismiss', award, caller, now, rev, note: name },
      change: async (tx) => {
        const off = await takeOff(award, { representativeId, reason, who, now, moveUp }, tx);
        told.splice(0, told.length, ...off.tell);
        return off.change;
      },
      tell: () => told,
    });
    return viewAward(moved, context);
  },
);
