/** The life of a month's model as one table, like that of a wish: who may do what, from where to where. */
import { hasRole, seesTown, type Caller } from './caller';
import { DomainError } from './errors';
import { modelStatusLabels } from './labels';
import type { ModelStatus } from './model';
import { shanghaiMinute } from './time';
import { leads } from './wish-actors';

/**
 * drafter: 组长、联络员 of the group or 主席团; signer: 组长 or 主席团, not who handed it in; presidium: 主席团. The nominee is
 * none of them.
 */
type Actor = 'drafter' | 'signer' | 'presidium';

/** What the rules know of a group's month; `status` is null where there is nothing yet. */
export interface Model {
  id: string;
  groupId: string;
  status: ModelStatus | null;
  /** The nominee. */
  representativeId?: string;
  /** The account that nominated, or handed it in last. */
  draftedBy?: string;
  last?: { who: string; what: string; at: Date };
}

/** Who could sign: the group's 组长 who have an account, and the presidium's accounts. */
export interface Signers {
  leaders: readonly { representativeId: string; accountId: string }[];
  presidium: readonly { accountId: string; representativeId?: string }[];
}

interface MoveRule {
  from: readonly (ModelStatus | null)[];
  /** null: the status stays. */
  to: ModelStatus | null;
  actor: Actor;
  line: string;
}

export const modelMoves = {
  nominate: { from: [null, 'none'], to: 'drafting', actor: 'drafter', line: '推荐' },
  skip: { from: [null, 'drafting', 'signing', 'none'], to: 'none', actor: 'drafter', line: '本月不推荐' },
  save: { from: ['drafting'], to: null, actor: 'drafter', line: '修改稿件' },
  /** 主席团 edits what has been signed. */
  edit: { from: ['signed'], to: null, actor: 'presidium', line: '修改稿件' },
  submit: { from: ['drafting'], to: 'signing', actor: 'drafter', line: '送组长签字' },
  sign: { from: ['signing'], to: 'signed', actor: 'signer', line: '签字' },
  sendBack: { from: ['signing'], to: 'drafting', actor: 'drafter', line: '退回修改' },
  sendBackSigned: { from: ['signed'], to: 'drafting', actor: 'presidium', line: '退回修改' },
  publish: { from: ['signed'], to: 'published', actor: 'presidium', line: '发布' },
  retract: { from: ['published'], to: 'signed', actor: 'presidium', line: '撤下更正' },
} as const satisfies Record<string, MoveRule>;

export type ModelMove = keyof typeof modelMoves;

/** The contract's action that makes the move. */
const actionOf = (move: ModelMove): Exclude<ModelMove, 'edit' | 'sendBackSigned'> => {
  if (move === 'edit') return 'save';
  return move === 'sendBackSigned' ? 'sendBack' : move;
};

export const isNominee = ({ representativeId }: Pick<Model, 'representativeId'>, caller: Caller): boolean =>
  representativeId !== undefined && caller.representativeId === representativeId;

/** Whether anybody but this account could sign: a leader who is not the nominee, or somebody of the presidium. */
function couldAnotherSign({ representativeId }: Model, { leaders, presidium }: Signers, accountId: string): boolean {
  return [...leaders, ...presidium].some(
    (one) =>
      one.accountId !== accountId && (representativeId === undefined || one.representativeId !== representativeId),
  );
}

const leadsAsLeader = ({ groupId }: Model, caller: Caller): boolean =>
  caller.position === 'leader' && caller.groupId === groupId && hasRole(caller, 'liaison');

const actors: Record<Actor, (model: Model, caller: Caller, signers: Signers) => boolean> = {
  // Nobody nominates themselves, nor writes of themselves.
  drafter: (model, caller) => leads(model, caller) && !isNominee(model, caller),
  // Two persons stand behind an article, unless there is only one.
  signer: (model, caller, signers) =>
    (leadsAsLeader(model, caller) || hasRole(caller, 'presidium')) &&
    !isNominee(model, caller) &&
    (model.draftedBy !== caller.accountId || !couldAnotherSign(model, signers, caller.accountId)),
  presidium: (model, caller) => hasRole(caller, 'presidium') && !isNominee(model, caller),
};

export function mayMoveModel(move: ModelMove, model: Model, caller: Caller, signers: Signers): boolean {
  const rule: MoveRule = modelMoves[move];
  return rule.from.includes(model.status) && actors[rule.actor](model, caller, signers);
}

/** Published articles are for everybody; until then for the group's leaders, the presidium and 系统管理员. */
export const maySeeModel = (model: Pick<Model, 'groupId' | 'status'>, caller: Caller | null): boolean =>
  model.status === 'published' || (caller !== null && (leads(model, caller) || seesTown(caller)));

/** Whether the caller follows the work on it: its history, and the paper. */
export const followsModel = (model: Pick<Model, 'groupId'>, caller: Caller | null): boolean =>
  caller !== null && (leads(model, caller) || seesTown(caller));

export type ModelAction = ReturnType<typeof actionOf> | 'paper';

/** The model actions of the contract that this caller may take now. */
export function allowedModelActions(model: Model, caller: Caller | null, signers: Signers): ModelAction[] {
  if (caller === null) return [];
  const moves = (Object.keys(modelMoves) as ModelMove[]).filter((move) => mayMoveModel(move, model, caller, signers));
  const hasPaper = model.status !== null && model.status !== 'none' && followsModel(model, caller);
  return [...new Set([...moves.map(actionOf), ...(hasPaper ? (['paper'] as const) : [])])];
}

/** Why this person may not, where the table alone would leave them guessing. */
function refusalOf(move: ModelMove, model: Model, caller: Caller): string | undefined {
  if (isNominee(model, caller)) return '推荐的是您本人，请由其他人办理';
  if (modelMoves[move].actor === 'signer' && model.draftedBy === caller.accountId) {
    return '稿件是您送签的，请由另一位组长或主席团签字';
  }
  return undefined;
}

/** Throws FORBIDDEN for the wrong person, WRONG_STATE (status, who moved last and when) for the wrong time. */
export function checkModelMove(move: ModelMove, model: Model, caller: Caller, signers: Signers): void {
  const rule: MoveRule = modelMoves[move];
  if (!actors[rule.actor](model, caller, signers)) {
    const message = refusalOf(move, model, caller);
    throw new DomainError('FORBIDDEN', {
      ...(message === undefined ? {} : { message }),
      facts: { move, model: model.id },
    });
  }
  if (!rule.from.includes(model.status)) throw wrongModelState(model);
}

/** The move that this action makes of a model as it stands: 主席团 edits and sends back what has been signed. */
export function moveOf(action: 'save' | 'sendBack', { status }: Pick<Model, 'status'>): ModelMove {
  if (action === 'save') return status === 'signed' ? 'edit' : 'save';
  return status === 'signed' ? 'sendBackSigned' : 'sendBack';
}

export function wrongModelState({ status, last }: Pick<Model, 'status' | 'last'>, reason?: string): DomainError {
  const now = status === null ? '还没有推荐' : modelStatusLabels[status];
  const lastMove = last ? `（${shanghaiMinute(last.at)} ${last.who}：${last.what}）` : '';
  return new DomainError('WRONG_STATE', {
    message: reason ?? `本月典型代表目前是“${now}”${lastMove}，不能进行这项操作`,
    details: { status, ...(last ? { who: last.who, at: last.at.toISOString() } : {}) },
  });
}
