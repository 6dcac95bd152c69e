/** 精选晒单 (S3): whoever features a post proposes it, and another confirms; taken back when it is featured no more. */
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { settleFrom } from '../../domain/points-proposal';
import type { Tx } from './database';
import { proposeAnew, withdraw } from './duty-proposals';
import * as notices from './notices';
import type { NewProposal } from './points-proposals';
import type { PostDoc } from './post-doc';

interface Act {
  newId: () => string;
  now: Date;
  accountId: string;
  /** 主体 + 职务. */
  who: string;
}

const LABEL_CHARACTERS = 20;

export async function proposeFeatured(post: PostDoc, { newId, now, accountId, who }: Act, tx: Tx): Promise<void> {
  const { _id, representativeId, representative, groupId, text, campaignId } = post;
  const label = [...text].slice(0, LABEL_CHARACTERS).join('');
  const proposal: NewProposal = {
    _id: newId(),
    ...{ kind: 'award', rule: 'S3', representativeId, groupId, amount: { units: 1 }, at: now },
    ref: { kind: 'post', id: _id, label },
    ...(campaignId === undefined ? {} : { campaignId }),
    reason: '晒单被评为精选',
    evidence: { photos: [] },
    proposed: { accountId, who, at: now },
    settleFrom: settleFrom('award', now),
  };
  if (!(await proposeAnew(proposal, tx))) return;
  const told = `${representative}的晒单“${label}”被评为精选，请另一位确认记分`;
  await notices.tell([mailbox.presidium()], { about: about('proposal', proposal._id), text: told }, now, tx);
}

export const withdrawFeatured = (
  { _id, representativeId }: Pick<PostDoc, '_id' | 'representativeId'>,
  reason: string,
  { newId, now, accountId, who }: Act,
  tx: Tx,
): Promise<void> =>
  withdraw(
    { rule: 'S3', representativeId, ref: { kind: 'post', id: _id } },
    { newId, at: now, accountId, who, reason },
    tx,
  );
