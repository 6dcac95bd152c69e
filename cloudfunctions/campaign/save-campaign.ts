import type { z } from 'zod';
import * as contract from '../../contract/campaign';
import { checkSpan, morningOf, dayAfter } from '../../domain/campaign';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { useCase, type Context } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import type { CampaignDoc } from '../store/campaigns';
import { inTransaction } from '../store/database';
import { eventOf, moveCampaign } from './move-campaign';
import { viewCampaign } from './view-campaign';

type Saved = z.output<typeof contract.save.input>;

/** 方案: a new draft, or changes; what runs keeps its first day, under which things have been filed. */
export const saveCampaign = useCase(contract.save, async (input, context) => {
  const { name, from, until, themes, intro = '', notice = '' } = input;
  checkSpan({ from, until });
  await checkText(context.host, name, ...themes, intro, notice);
  const facts = { name, from, until, startsAt: campaigns.startOf(from), themes: [...new Set(themes)], intro, notice };
  const saved =
    input.id === undefined ? await begin(facts, input, context) : await change(input.id, facts, input, context);
  return viewCampaign(saved, context);
});

type Facts = Pick<CampaignDoc, 'name' | 'from' | 'until' | 'startsAt' | 'themes' | 'intro' | 'notice'>;

async function begin(facts: Facts, { clientToken }: Saved, { caller, now, newId }: Context): Promise<CampaignDoc> {
  if (clientToken === undefined) throw new DomainError('INVALID_INPUT', { details: { clientToken: '缺少提交标识' } });
  const draft: CampaignDoc = {
    ...facts,
    _id: newId(),
    status: 'draft',
    goals: [],
    timeline: [eventOf('起草方案', caller, now)],
    token: `${caller.accountId}|${clientToken}`,
    rev: 1,
  };
  return inTransaction((tx) => campaigns.insertOnce(draft, tx));
}

async function change(id: string, facts: Facts, { rev }: Saved, { caller, now }: Context): Promise<CampaignDoc> {
  const campaign = await campaigns.get(id);
  if (campaign.status === 'running' && campaign.from !== facts.from) {
    throw new DomainError('INVALID_INPUT', { details: { from: '活动已经启动，开始日期不能再改' } });
  }
  const report = { what: 'report', at: morningOf(dayAfter(facts.until, 1)) } as const;
  return moveCampaign({
    action: 'save',
    campaign,
    caller,
    now,
    rev,
    line: '修改方案',
    // The clock's word on the closing report follows the last day.
    change: () => ({
      ...facts,
      ...(campaign.status === 'running' && campaign.next?.what !== 'unread' ? { next: report } : {}),
    }),
  });
}
