import * as contract from '../../contract/campaign';
import { actingAs, leadingAs } from '../../domain/acting';
import { reportFigureNames, unknownFigures } from '../../domain/campaign-report';
import { DomainError } from '../../domain/errors';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import { moveCampaign } from './move-campaign';
import { viewCampaign } from './view-campaign';

/** The closing report as far as it is written; a name in 【】 that is no figure would print as it stands. */
export const saveReport = useCase(contract.saveReport, async ({ id, rev, title, text }, context) => {
  const { caller, now, host } = context;
  const [unknown] = unknownFigures(title, text);
  if (unknown !== undefined) {
    const reason = `没有“${unknown}”这个数字，可用的有：${reportFigureNames.join('、')}`;
    throw new DomainError('INVALID_INPUT', { details: { text: reason } });
  }
  await checkText(host, title, text);
  const saved = await moveCampaign({
    action: 'saveReport',
    campaign: await campaigns.get(id),
    caller,
    now,
    rev,
    line: '起草总结',
    change: () => ({ report: { title, text, savedBy: actingAs(leadingAs(caller), caller) } }),
  });
  return viewCampaign(saved, context);
});
