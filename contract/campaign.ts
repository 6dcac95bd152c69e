/** campaign: 主题实践活动, with goals and tasks for each group, a mobilisation notice and a closing report. */
import { z } from 'zod';
import { campaignPhases, campaignStatuses, filedKinds, goalMetrics } from '../domain/campaign';
import { action } from './action';
import { CampaignCard, CampaignView, Day } from './campaign-view';
import { ClientToken, Cursor, Empty, Id, Photos, Time, limit, pageOf, text } from './shapes';

const themes = z.array(text('主题', 30, 2)).max(6, '最多 6 个主题');

const answer = z.object({ campaign: CampaignView });
const planners = ['presidium'] as const;
const leaders = ['liaison', 'presidium'] as const;
const insiders = ['representative', 'liaison', 'presidium', 'admin'] as const;
/** `rev` as it was read: WRONG_STATE where somebody else has changed it since. */
const Rev = z.number().int();

/** A new draft (clientToken), or changes to a draft or to one that runs (id and rev). */
export const save = action({
  access: planners,
  input: z.object({
    id: Id.optional(),
    rev: Rev.optional(),
    clientToken: ClientToken.optional(),
    name: text('活动名称', 40, 2),
    from: Day,
    until: Day,
    themes,
    intro: text('活动说明', 1000, 0).optional(),
    notice: text('动员通知', 3000, 0).optional(),
  }),
  output: answer,
  audited: ['rev', 'name', 'until'],
});

/** Deletes a draft. */
export const discard = action({
  access: planners,
  input: z.object({ id: Id, rev: Rev }),
  output: z.object({}),
  audited: true,
});

/** 启动: everybody of every group is told, and asked to confirm having read the mobilisation notice. */
export const publish = action({
  access: planners,
  input: z.object({ id: Id, rev: Rev.optional() }),
  output: answer,
  audited: ['rev'],
});

/** Next year's: name, themes, goals and tasks, with their days moved; nothing of what was done. */
export const copy = action({
  access: planners,
  input: z.object({
    id: Id,
    name: text('活动名称', 40, 2).optional(),
    from: Day,
    until: Day,
    clientToken: ClientToken,
  }),
  output: answer,
  audited: true,
});

/** Public: name, span, themes and progress; for those who take part also goals, tasks and the mobilisation notice. */
export const get = action({ access: 'anyone', input: z.object({ id: Id }), output: answer });

/** Those of one status, the newest first; drafts are the office's own. */
export const list = action({
  access: 'anyone',
  input: z.object({ status: z.enum(campaignStatuses).optional(), cursor: Cursor, limit: limit(50) }),
  output: pageOf(CampaignCard),
});

/** Those under which something of today may be filed. */
export const listRunning = action({
  access: 'anyone',
  input: z.object({}),
  output: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
});

/** “我已阅读”, once; saying so again answers when it was. */
export const read = action({
  access: insiders,
  input: z.object({ id: Id }),
  output: z.object({ readAt: Time }),
});

/** Who has read it and who has not: 组长、联络员 their own group, the office all. Names are given for one group. */
export const reads = action({
  access: ['liaison', 'presidium', 'admin'],
  input: z.object({ id: Id, groupId: Id.optional() }),
  output: z.object({
    items: z.array(
      z.object({
        groupId: Id,
        groupName: z.string(),
        members: z.number(),
        read: z.number(),
        people: z.array(z.object({ representativeId: Id, name: z.string(), readAt: Time.optional() })).optional(),
        /** Whether the caller may remind those who have not. */
        mayRemind: z.boolean(),
      }),
    ),
  }),
});

/** Reminds those of a group who have not read it; answers how many that were. */
export const remind = action({
  access: leaders,
  input: z.object({ id: Id, groupId: Id }),
  output: z.object({ reminded: z.number() }),
  audited: ['groupId'],
});

export const setGoals = action({
  access: planners,
  input: z.object({
    id: Id,
    rev: Rev.optional(),
    goals: z
      .array(
        z.object({
          /** Of a goal that stays; a new one has none. */
          id: Id.optional(),
          name: text('目标名称', 40, 2),
          metric: z.enum(goalMetrics, '请选择怎样统计'),
          /** For 人工填报. */
          unit: text('单位', 6).optional(),
          theme: text('主题', 30).optional(),
          targets: z
            .array(
              z.object({
                groupId: Id,
                target: z
                  .number('目标数应为数字')
                  .int('目标数应为整数')
                  .min(0, '目标数不能小于 0')
                  .max(100_000, '目标数太大，请核对'),
              }),
            )
            .max(200),
        }),
      )
      .max(12, '最多 12 项目标'),
  }),
  output: answer,
  audited: ['rev'],
});

/** 人工填报 of a goal that the system cannot count. */
export const reportGoal = action({
  access: leaders,
  input: z.object({
    id: Id,
    goalId: Id,
    groupId: Id,
    value: z
      .number('完成数应为数字')
      .int('完成数应为整数')
      .min(0, '完成数不能小于 0')
      .max(100_000, '完成数太大，请核对'),
    note: text('说明', 200).optional(),
  }),
  output: answer,
  audited: ['goalId', 'groupId', 'value'],
});

/** A new task (clientToken) or changes to an open one (taskId and rev). Without a group it is the town's: 主席团 only. */
export const saveTask = action({
  access: leaders,
  input: z.object({
    id: Id,
    taskId: Id.optional(),
    rev: Rev.optional(),
    clientToken: ClientToken.optional(),
    groupId: Id.optional(),
    title: text('任务', 60, 2),
    representativeId: Id,
    dueOn: Day,
  }),
  output: answer,
  audited: ['taskId', 'groupId', 'dueOn'],
});

const task = { id: Id, taskId: Id, rev: Rev.optional() } as const;
export const removeTask = action({
  access: leaders,
  input: z.object(task),
  output: answer,
  audited: ['taskId'],
});
/** By the person responsible, or by who leads the group. */
export const finishTask = action({
  access: insiders,
  input: z.object({ ...task, note: text('完成情况', 300, 2), photos: Photos.optional() }),
  output: answer,
  audited: ['taskId'],
});
export const reopenTask = action({
  access: insiders,
  input: z.object({ ...task, reason: text('理由', 200, 2) }),
  output: answer,
  audited: ['taskId', 'reason'],
});

/** The closing report, as far as it is written; the first draft is made from the figures. Every name in 【】 must be one. */
export const saveReport = action({
  access: planners,
  input: z.object({ id: Id, rev: Rev, title: text('标题', 60, 4), text: text('正文', 8000, 20) }),
  output: answer,
  audited: ['rev'],
});

/** Publishes the report and ends the campaign; the figures quoted stay as they are at this moment. */
export const close = action({
  access: planners,
  input: z.object({ id: Id, rev: Rev }),
  output: answer,
  audited: ['rev'],
});

/** Back to work, to mend what was published: the figures are live again. */
export const reopen = action({
  access: planners,
  input: z.object({ id: Id, reason: text('理由', 200, 4) }),
  output: answer,
  audited: ['reason'],
});

/** The closing report as .docx. */
export const paper = action({
  access: ['liaison', 'presidium', 'admin'],
  input: z.object({ id: Id }),
  output: z.object({ url: z.string(), name: z.string() }),
  audited: true,
});

/** What is filed under it, the newest first: wishes and posts that everybody may see; duties for those who take part. */
export const listFiled = action({
  access: 'anyone',
  input: z.object({ id: Id, kind: z.enum(filedKinds), cursor: Cursor, limit: limit(50) }),
  output: pageOf(z.object({ id: Id, title: z.string(), note: z.string(), at: Time })),
});

const thing = { kind: z.enum(filedKinds, '请选择类型'), id: Id } as const;
const Named = z.object({ id: Id, name: z.string() });

/** Under which campaign a thing is filed, and under which others it may be: those that have not been closed. */
export const getFiling = action({
  access: leaders,
  input: z.object(thing),
  output: z.object({
    campaign: Named.optional(),
    choices: z.array(Named.extend({ from: z.string(), until: z.string(), phase: z.enum(campaignPhases) })),
  }),
});

/**
 * Files a wish, a post or a settled duty under another campaign, or under none: by 组长、联络员 of its group or 主席团. The
 * tallies move; points stay in the standings of the campaign under which they were booked.
 */
export const file = action({
  access: leaders,
  input: z.object({ ...thing, campaignId: Id.nullable() }),
  output: z.object({ campaignId: Id.nullable() }),
  audited: ['kind', 'campaignId'],
});

/** How much waits for the caller, counted to 99: campaigns that run and whose mobilisation notice they have not read. */
export const getWaiting = action({
  access: insiders,
  input: Empty,
  output: z.object({ toRead: z.number() }),
});
