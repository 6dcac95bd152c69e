import * as contract from '../../contract/wish-work';
import { helperPartLabels } from '../../domain/labels';
import { checkMove, moves } from '../../domain/wish-moves';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { asWish } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { refuseStale } from './refuse-stale';
import { tellOthers } from './tell-others';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

/** 合力: another representative takes a part; the claimer keeps the whole. */
export const joinWish = useCase(contract.join, async ({ id, part, note }, { caller, now, host }) => {
  const wish = await wishes.get(id);
  checkMove('join', asWish(wish), caller, now);
  await checkText(host, note);
  const { name, representativeId = '' } = caller;
  const said = `${helperPartLabels[part]}：${note}`;
  const joined = await wishes.moveIfUnchanged(
    wish,
    { helpers: [...(wish.helpers ?? []), { representativeId, name, part, note, at: now }] },
    timelineLine('representative', caller, now, moves.join.line, { note: said }),
    (tx, after) => tellOthers(after, ['claimer'], `${name}代表参与合力（${said}）`, { caller, now }, tx),
  );
  return { wish: await viewWish(joined ?? (await refuseStale('join', id, caller, now)), caller, now, host) };
});
