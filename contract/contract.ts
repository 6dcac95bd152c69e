/** The whole contract by area. The client takes its types from here, the functions their validation. */
import type { z } from 'zod';
import type * as account from './account';
import type * as campaign from './campaign';
import type * as duty from './duty';
import type * as dossier from './dossier';
import type * as award from './award';
import type * as clock from './clock';
import type * as honour from './honour';
import type * as media from './media';
import type * as notice from './notice';
import type * as order from './order';
import type * as points from './points';
import type * as pointsRules from './points-rules';
import type * as pointsProposals from './points-proposals';
import type * as pointsAppeals from './points-appeals';
import type * as pointsStandings from './points-standings';
import type * as pointsChecks from './points-checks';
import type * as pointsWaiting from './points-waiting';
import type * as post from './post';
import type * as postJudging from './post-judging';
import type * as postSharing from './post-sharing';
import type * as report from './report';
import type * as representative from './representative';
import type * as wish from './wish';
import type * as wishWork from './wish-work';
import type { Action } from './action';

interface Areas {
  account: typeof account;
  campaign: typeof campaign;
  duty: typeof duty;
  dossier: typeof dossier;
  award: typeof award;
  clock: typeof clock;
  honour: typeof honour;
  media: typeof media;
  notice: typeof notice;
  order: typeof order;
  points: typeof points &
    typeof pointsRules &
    typeof pointsProposals &
    typeof pointsAppeals &
    typeof pointsStandings &
    typeof pointsChecks &
    typeof pointsWaiting;
  post: typeof post & typeof postJudging & typeof postSharing;
  report: typeof report;
  representative: typeof representative;
  wish: typeof wish & typeof wishWork;
}

type ActionsOf<Area extends string, Exports> = {
  [Name in keyof Exports as Exports[Name] extends Action ? `${Area}.${Name & string}` : never]: Exports[Name];
};

type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void ? I : never;

/** 'wish.claim' → its declaration. */
export type Contract = UnionToIntersection<{ [Area in keyof Areas]: ActionsOf<Area, Areas[Area]> }[keyof Areas]>;
export type ActionName = keyof Contract & string;
export type Input<Name extends ActionName> = Contract[Name] extends { input: infer I extends z.ZodType }
  ? z.input<I>
  : never;
export type Output<Name extends ActionName> = Contract[Name] extends { output: infer O extends z.ZodType }
  ? z.output<O>
  : never;
