/** What can be done with a proposal: what each act asks, says and calls. */
import type { ProposalView } from '../../../../contract/points-proposals';
import { actSpec, type ActSpec } from '../../../features/act/act-spec';
import { signedPoints } from '../../../features/points/points-text';
import { call } from '../../../platform/call';
import { hidingText } from '../proposal-texts';
import type { CardActs } from '../use-card-act';

/** Dropping what one has proposed oneself is called taking it back. */
export type ProposalAct = ProposalView['allowed'][number] | 'withdraw';

/** The acts as this person knows them: who decides nothing drops only what is their own. */
export const actsOf = ({ allowed }: ProposalView, decides: boolean): ProposalAct[] =>
  allowed.map((act) => (act === 'drop' && !decides ? 'withdraw' : act));

const doneTexts = {
  explain: '情况说明已提交，不会自动扣分，由人来决定。结果会通知您。',
  confirm: '已确认，积分已经记上，本人会收到通知。',
  drop: '已处理，这一项不记分。',
  withdraw: '已撤回，这一项不记分。',
} as const satisfies Record<ProposalAct, string>;

export const actTexts = {
  explain: '说明情况',
  confirm: '确认记分',
  drop: '不予记分',
  withdraw: '撤回提议',
} as const satisfies Record<ProposalAct, string>;

const whatText = ({ representative, ruleName, points, ref }: ProposalView): string =>
  `${representative}：${ruleName} ${signedPoints(points)}（${ref.label}）`;

function specOf(act: ProposalAct, proposal: ProposalView): ActSpec<ProposalView> {
  switch (act) {
    case 'explain':
      return actSpec({
        about: `${proposal.ruleName} ${signedPoints(proposal.points)}。说明以后不会自动扣分，由${proposal.decidedBy}看过再决定。`,
        fields: {
          text: {
            kind: 'words',
            label: '当时是什么情况',
            placeholder: '例：那天在医院陪护，已经向组长请过假。',
            maxLength: 500,
          },
        },
        withPhotos: true,
        submitText: '提交说明',
        send: async (proposalId, { text }, photos) => {
          const explained = { proposalId, text, ...(photos.length > 0 ? { photos } : {}) };
          return (await call('points.explain', explained)).proposal;
        },
      });
    case 'confirm':
      return actSpec({
        about: `${whatText(proposal)}。确认后马上记入积分，有上限的按上限计；记错了只能冲正，不能删除。${hidingText(proposal) ?? ''}`,
        fields: {
          reason: {
            kind: 'words',
            label: '意见',
            placeholder: '例：已核对签到表。',
            maxLength: 300,
            optional: true,
          },
        },
        submitText: '确认记分',
        send: async (proposalId, filled) => (await call('points.confirm', { proposalId, ...filled })).proposal,
      });
    case 'drop':
      return dropSpec(
        `${whatText(proposal)}。不予记分后，这一项就此了结。`,
        '例：已经请过假，情况属实。',
        actTexts.drop,
      );
    case 'withdraw':
      return dropSpec(
        `${whatText(proposal)}。撤回后，这一项就此了结。`,
        '例：日期填错了，重新提交。',
        actTexts.withdraw,
      );
  }
}

const dropSpec = (about: string, placeholder: string, submitText: string): ActSpec<ProposalView> =>
  actSpec({
    about,
    fields: { reason: { kind: 'words', label: '理由', placeholder, maxLength: 300 } },
    submitText,
    danger: true,
    send: async (proposalId, { reason }) => (await call('points.drop', { proposalId, reason })).proposal,
  });

export const proposalActs: CardActs<ProposalAct, ProposalView> = {
  name: 'proposal',
  titles: actTexts,
  doneTexts,
  specOf,
};
