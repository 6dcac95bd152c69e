import * as contract from '../../contract/campaign';
import { actingAs, leadingAs } from '../../domain/acting';
import { quotedIn } from '../../domain/article';
import { DomainError } from '../../domain/errors';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { useCase } from '../kit/use-case';
import * as tasks from '../store/campaign-tasks';
import * as campaigns from '../store/campaigns';
import * as groups from '../store/groups';
import * as notices from '../store/notices';
import { moveCampaign } from './move-campaign';
import { figuresNow } from './report-facts';
import { viewCampaign } from './view-campaign';

/** 结束: the report is published, and the figures that it quotes stay as they are at this moment (decision 0019). */
export const closeCampaign = useCase(contract.close, async ({ id, rev }, context) => {
  const { caller, now } = context;
  const campaign = await campaigns.get(id);
  const closed = await moveCampaign({
    action: 'close',
    campaign,
    caller,
    now,
    rev,
    line: '发布总结，结束活动',
    async change(tx) {
      const { report } = campaign;
      if (!report) throw new DomainError('WRONG_STATE', { message: '请先写好活动总结，再结束活动' });
      const quoted = new Set(quotedIn(report.title, report.text));
      const figures = (await figuresNow(campaign, tx)).filter(({ name }) => quoted.has(name));
      return {
        status: 'closed',
        report: { ...report, figures },
        closedAt: now,
        closedBy: actingAs(leadingAs(caller), caller),
        toTell: null,
        next: null,
      };
    },
    async alongside(tx, { name }) {
      await tasks.stopReminding(id, tx);
      const leaders = (await groups.listAll(tx)).map((group) => mailbox.liaison(group._id));
      const notice = { about: about('campaign', id), text: `主题实践活动“${name}”已结束，总结已经发布` };
      await notices.tell(leaders, notice, now, tx);
    },
  });
  return viewCampaign(closed, context);
});
