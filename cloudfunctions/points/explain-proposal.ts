import * as contract from '../../contract/points-proposals';
import { about } from '../../domain/notice';
import { checkExplain, wrongProposalState } from '../../domain/points-proposal';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as media from '../store/media';
import * as notices from '../store/notices';
import { deskOf } from '../store/points-notices';
import * as pointsProposals from '../store/points-proposals';
import { viewProposal } from './view-proposal';

/** 说明情况: it is not booked by itself any more, a person decides. */
export const explainProposal = useCase(contract.explain, async ({ proposalId, text, photos = [] }, context) => {
  const { caller, now, host } = context;
  const proposal = await pointsProposals.get(proposalId);
  checkExplain(pointsProposals.asProposal(proposal), caller, now);
  await checkText(host, text);
  await media.checkPhotos(photos, caller.accountId);
  const explained = await inTransaction(async (tx) => {
    const after = await pointsProposals.moveIn(
      proposal,
      { status: 'explained', explanation: { text, photos, at: now } },
      tx,
    );
    if (!after) return null;
    await media.markUsed(photos, tx);
    const said = { about: about('proposal', proposalId), text: `${caller.name}对一项拟扣分作了说明，请决定` };
    await notices.tell([deskOf(proposal, caller.position === 'leader')], said, now, tx);
    return after;
  });
  if (!explained) throw wrongProposalState(await pointsProposals.get(proposalId));
  return viewProposal(explained, context);
});
