import { refuseStale } from '../../../cloudfunctions/wish/refuse-stale';
import { account } from '../../../cloudfunctions/account/use-cases';
import { wish } from '../../../cloudfunctions/wish/use-cases';
import type { Caller } from '../../../domain/caller';
import { startFunctions, type Functions } from '../../support/functions';
import { aStoredWish, theMember } from '../../support/stored-wishes';
import { aTown } from '../../support/town';

let functions: Functions;
beforeAll(async () => {
  functions = await startFunctions([account, wish]);
  await aTown(functions);
});
afterAll(() => functions.close());

it('says who moved first, when, and who holds the wish now, to one whose move would still be theirs', async () => {
  const { now } = functions.clock;
  const at = new Date(now.getTime() - 60_000);
  const id = await aStoredWish(functions, 'claimed', {
    claimer: theMember(functions),
    timeline: [{ at, who: '主席团 镇人大办', what: '催办', photos: [] }],
  });
  const member: Caller = {
    accountId: 'a1',
    name: '周建平',
    roles: ['resident', 'representative'],
    representativeId: 'g1-member',
    groupId: 'g1',
  };
  await expect(refuseStale('progress', id, member, now)).rejects.toMatchObject({
    code: 'WRONG_STATE',
    message: expect.stringContaining('主席团 镇人大办在7月1日 09:59更新了这个心愿（催办）'),
    refusal: {
      details: {
        status: 'claimed',
        holder: 'representative',
        holderSince: now.toISOString(),
        who: '主席团 镇人大办',
        at: at.toISOString(),
      },
    },
  });
});
