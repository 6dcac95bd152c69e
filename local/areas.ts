/** Every area of the contract, as this machine serves it. */
import { account } from '../cloudfunctions/account/use-cases';
import { campaign } from '../cloudfunctions/campaign/use-cases';
import { duty } from '../cloudfunctions/duty/use-cases';
import { dossier } from '../cloudfunctions/dossier/use-cases';
import { award } from '../cloudfunctions/award/use-cases';
import { clock } from '../cloudfunctions/clock/use-cases';
import { honour } from '../cloudfunctions/honour/use-cases';
import { media } from '../cloudfunctions/media/use-cases';
import { notice } from '../cloudfunctions/notice/use-cases';
import { order } from '../cloudfunctions/order/use-cases';
import { points } from '../cloudfunctions/points/use-cases';
import { post } from '../cloudfunctions/post/use-cases';
import { report } from '../cloudfunctions/report/use-cases';
import { representative } from '../cloudfunctions/representative/use-cases';
import { wish } from '../cloudfunctions/wish/use-cases';
import type { Area } from '../cloudfunctions/kit/serve';

export const areas: readonly Area[] = [
  account,
  campaign,
  duty,
  dossier,
  award,
  clock,
  honour,
  media,
  notice,
  order,
  points,
  post,
  report,
  representative,
  wish,
];
