import { mailbox } from '../../../domain/mailbox';
import { addDays, HOUR_MS } from '../../../domain/time';
import type { Host, PushedNotice } from '../../../cloudfunctions/host/host';
import { newId } from '../../../cloudfunctions/kit/new-id';
import * as accounts from '../../../cloudfunctions/store/accounts';
import { inTransaction } from '../../../cloudfunctions/store/database';
import * as notices from '../../../cloudfunctions/store/notices';
import { aClockTown, type ClockTown } from '../../support/clock-town';

/** 00:00 of a day in Shanghai. */
const MIDNIGHT = new Date('2026-03-02T16:00:00Z');
const at = (hour: number): Date => new Date(MIDNIGHT.getTime() + hour * HOUR_MS);

let town: ClockTown;
let sent: ({ to: string } & PushedNotice)[];
let host: Host;
let takes: boolean;
beforeEach(async () => {
  town = await aClockTown();
  sent = [];
  takes = true;
  host = {
    ...town.host,
    notify: (to, notice) => {
      sent.push({ to, ...notice });
      return Promise.resolve(takes);
    },
  };
});
afterEach(() => town.close());

async function inWechat(openId: string, set: Partial<accounts.AccountDoc> = {}): Promise<string> {
  const _id = newId();
  await accounts.ensureOnce({ _id, identity: `openId:${openId}`, name: '居民', granted: [], createdAt: at(0), ...set });
  return _id;
}

const say = (how: 'tell' | 'remind', box: string, wishId: string, when: Date): Promise<void> =>
  inTransaction((tx) => notices[how]([box], { wishId, text: wishId }, when, tx));

const run = async (when: Date): Promise<number> => (await town.runAt(when, host)).changed;

it('writes once a day, from eight in the morning, how much is waiting', async () => {
  const box = mailbox.account(await inWechat('o1'));
  await say('tell', box, 'w1', at(1));
  await say('remind', box, 'w2', at(2));
  await say('remind', box, 'w3', at(2));
  expect(await run(at(7.9))).toBe(0);
  expect(sent).toEqual([]);
  expect(await run(at(8))).toBe(1);
  expect(sent).toEqual([{ to: 'o1', text: '您有 3 件事待处理', at: at(8), page: 'pages/notices/index' }]);
  await say('tell', box, 'w4', at(9));
  expect(await run(at(10))).toBe(0);
  expect(await run(addDays(at(9), 1))).toBe(0);
  await say('tell', box, 'w5', addDays(at(10), 1));
  expect(await run(addDays(at(10), 1))).toBe(1);
  expect(sent.map(({ text }) => text)).toEqual(['您有 3 件事待处理', '您有 1 件事待处理']);
});

it('writes once when two runs meet', async () => {
  const boxes = [mailbox.account(await inWechat('o1')), mailbox.account(await inWechat('o2'))];
  for (const box of boxes) await say('tell', box, 'w1', at(8));
  await Promise.all([run(at(9)), run(at(9)), run(at(9))]);
  expect(sent.map(({ to }) => to).sort()).toEqual(['o1', 'o2']);
});

it('reaches those behind an office, and one person of two offices once', async () => {
  await inWechat('leader', { representativeId: 'g2-leader' });
  await inWechat('liaison', { representativeId: 'g2-liaison' });
  await say('tell', mailbox.liaison('g2'), 'w1', at(8));
  await say('remind', mailbox.leader('g2'), 'w1', at(8));
  await run(at(9));
  expect(sent).toMatchObject([{ text: '您有 1 件事待处理' }, { text: '您有 1 件事待处理' }]);
  expect(sent.map(({ to }) => to).sort()).toEqual(['leader', 'liaison']);
});

it('writes nothing to who has read it, and to nobody without WeChat', async () => {
  const id = await inWechat('o1');
  await say('tell', mailbox.account(id), 'w1', at(8));
  await say('tell', mailbox.account(town.cast.resident.accountId), 'w1', at(8));
  await town.call('notice.read', {}, town.host.issueToken(id));
  expect(await run(at(9))).toBe(0);
  expect(sent).toEqual([]);
});

it('does not try again on a day on which the channel refused', async () => {
  takes = false;
  const box = mailbox.account(await inWechat('o1'));
  await say('tell', box, 'w1', at(8));
  await run(at(9));
  await say('tell', box, 'w2', at(10));
  await run(at(11));
  expect(sent).toHaveLength(1);
});

it('has no channel but the inbox on one machine', async () => {
  expect(await town.host.notify('o1', { text: '您有 1 件事待处理', at: at(8), page: 'pages/notices/index' })).toBe(
    false,
  );
  expect(await town.call('account.settings', {})).toEqual({ town: '长江镇', campaign: '为民服务我先行', demo: true });
});
