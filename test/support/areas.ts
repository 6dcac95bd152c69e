/** Every area of the product and its part of the contract, for what must hold of all of them. */
import * as accountContract from '../../contract/account';
import type { Action } from '../../contract/action';
import * as campaignContract from '../../contract/campaign';
import * as dutyContract from '../../contract/duty';
import * as dossierContract from '../../contract/dossier';
import * as awardContract from '../../contract/award';
import * as clockContract from '../../contract/clock';
import * as honourContract from '../../contract/honour';
import * as mediaContract from '../../contract/media';
import * as noticeContract from '../../contract/notice';
import * as orderContract from '../../contract/order';
import * as pointsContract from '../../contract/points';
import * as pointsRulesContract from '../../contract/points-rules';
import * as pointsProposalsContract from '../../contract/points-proposals';
import * as pointsAppealsContract from '../../contract/points-appeals';
import * as pointsStandingsContract from '../../contract/points-standings';
import * as pointsChecksContract from '../../contract/points-checks';
import * as pointsWaitingContract from '../../contract/points-waiting';
import * as postContract from '../../contract/post';
import * as postJudgingContract from '../../contract/post-judging';
import * as postSharingContract from '../../contract/post-sharing';
import * as reportContract from '../../contract/report';
import * as representativeContract from '../../contract/representative';
import * as wishContract from '../../contract/wish';
import * as wishWorkContract from '../../contract/wish-work';

export { areas } from '../../local/areas';

const declared: Record<string, Record<string, unknown>> = {
  account: accountContract,
  campaign: campaignContract,
  duty: dutyContract,
  dossier: dossierContract,
  award: awardContract,
  clock: clockContract,
  honour: honourContract,
  media: mediaContract,
  notice: noticeContract,
  order: orderContract,
  points: {
    ...pointsContract,
    ...pointsRulesContract,
    ...pointsProposalsContract,
    ...pointsAppealsContract,
    ...pointsStandingsContract,
    ...pointsChecksContract,
    ...pointsWaitingContract,
  },
  post: { ...postContract, ...postJudgingContract, ...postSharingContract },
  report: reportContract,
  representative: representativeContract,
  wish: { ...wishContract, ...wishWorkContract },
};

const isAction = (value: unknown): value is Action =>
  typeof value === 'object' && value !== null && 'access' in value && 'input' in value && 'output' in value;

/** 'wish.claim' → its declaration, for every action that the contract exports. */
export const actions: readonly (readonly [string, Action])[] = Object.entries(declared).flatMap(([area, exports]) =>
  Object.entries(exports).flatMap(([verb, value]) => (isAction(value) ? [[`${area}.${verb}`, value] as const] : [])),
);
