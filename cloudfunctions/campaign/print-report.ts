import * as contract from '../../contract/campaign';
import { filledIn, quotedIn } from '../../domain/article';
import { checkCampaign } from '../../domain/campaign-rights';
import { hasRole } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { chineseDate } from '../../domain/time';
import { articleBytes } from '../kit/article-paper';
import { keepFile } from '../kit/keep-file';
import { useCase } from '../kit/use-case';
import * as settings from '../store/settings';
import { seenCampaign } from './move-campaign';
import { draftNow, figuresNow } from './report-facts';

const BLANK = '                    年    月    日';

/** 活动总结 for the printer, as it stands: figures frozen or live. Swept away after a day. */
export const printReport = useCase(contract.paper, async ({ id }, context) => {
  const { caller } = context;
  const campaign = await seenCampaign(id, caller);
  checkCampaign('paper', campaign, caller);
  if (campaign.status !== 'closed' && !hasRole(caller, 'presidium', 'admin')) {
    throw new DomainError('WRONG_STATE', { message: '活动总结还没有发布' });
  }
  const { title, text, figures } = await reportOf();
  const quoted = new Set(quotedIn(title, text));
  const { town } = await settings.get();
  const { closedAt, closedBy } = campaign;
  const bytes = await articleBytes({
    unit: `${town}人大`,
    form: '主题实践活动总结',
    title: filledIn(title, figures),
    text: filledIn(text, figures),
    pictures: [],
    figures: figures
      .filter(({ name }) => quoted.has(name))
      .map(({ name, value, unit, basis }) => ({ name, value: `${value} ${unit}`, basis })),
    signatures: [closedAt ? `${closedBy ?? ''}  ${chineseDate(closedAt)} 发布` : `主席团审核：${BLANK}`],
  });
  const url = await keepFile('docx', bytes, context);
  return { url, name: `${campaign.name}活动总结.docx` };

  async function reportOf() {
    const { report } = campaign;
    if (!report) return draftNow(campaign);
    return { ...report, figures: report.figures ?? (await figuresNow(campaign)) };
  }
});
