import fc from 'fast-check';
import type { ActionName, Input } from '../../contract/contract';
import { parse } from '../../cloudfunctions/kit/parse';
import { DomainError } from '../../domain/errors';
import { actions } from '../support/areas';

const declared = new Map(actions);

function inputOf(name: string) {
  const action = declared.get(name);
  if (!action) throw new Error(`${name} is not declared`);
  return action.input;
}

/** Path → reason of what is wrong with this input; empty when nothing is. */
function reasons(name: string, data: unknown): Record<string, string> {
  try {
    parse(inputOf(name), data);
    return {};
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID_INPUT') {
      return error.refusal.details as Record<string, string>;
    }
    throw error;
  }
}

const wish: Input<'wish.submit'> = {
  content: '村口的路灯坏了',
  category: 'facility',
  village: '刘胜村',
  wisher: { name: '王小红', phone: '13959171093' },
  consent: { showName: false, showPhoto: false },
  clientToken: '12345678',
};

const plan: Omit<Input<'award.publish'>, 'name' | 'year'> = {
  quotaKind: 'percent',
  quotaValue: 20,
  excludedLevels: [],
  excluded: [{ representativeId: 'r9', reason: '乡镇领导干部' }],
  minPresentDays: 180,
  byPoints: 2,
  byNomination: 1,
  ties: 'deeds',
  nominateUntil: '2027-01-15',
  needsHearing: true,
};

const s1 = { code: 'S1', version: 1, name: '晒单', points: 2, caps: { day: 2 }, evidence: '晒单' } as const;

/** One good input for each action that needs any. */
const good: Partial<{ [Name in ActionName]: Input<Name> }> = {
  'account.demoSignIn': { persona: 'resident' },
  'account.signIn': { deviceKey: 'd'.repeat(32) },
  'account.rename': { name: '张阿姨' },
  'account.invite': { representativeId: 'r1' },
  'account.redeemInvite': { code: 'ABCDEFGH' },
  'award.publish': { ...plan, name: '2026年度最美代表', year: '2026' },
  'award.revise': { ...plan, id: 'a1', rev: 1, reason: '调整推荐截止日' },
  'award.draw': { id: 'a1', rev: 1 },
  'award.nominate': { id: 'a1', representativeId: 'r1', reason: '全年走访群众一百余户，'.repeat(5) },
  'award.sign': { id: 'a1', representativeId: 'r1' },
  'award.withdraw': { id: 'a1', representativeId: 'r1' },
  'award.check': { id: 'a1', representativeId: 'r1', clear: true, reason: '没有问题' },
  'award.confirmCheck': { id: 'a1', representativeId: 'r1' },
  'award.review': { id: 'a1' },
  'award.vote': { id: 'a1', chosen: ['r1'] },
  'award.announce': { id: 'a1', chosen: [{ representativeId: 'r1' }] },
  'award.object': { id: 'a1', text: '据我了解事迹与实际不符' },
  'award.answer': { id: 'a1', objectionId: 'o1', upheld: false, reason: '经核实事迹属实' },
  'award.dismiss': { id: 'a1', representativeId: 'r1', reason: '本人提出放弃' },
  'award.reconsider': { id: 'a1', reason: '名单需要重新审议' },
  'award.cancel': { id: 'a1', reason: '与市级评选重复' },
  'award.describe': { id: 'a1', representativeId: 'r1', summary: '牵头修好村口路灯，群众满意' },
  'award.decide': { id: 'a1', minuteNumber: '〔2027〕3号', day: '2027-02-01' },
  'award.get': { id: 'a1' },
  'award.compare': { id: 'a1' },
  'award.certificate': { id: 'a1', representativeId: 'r1' },
  'award.export': { id: 'a1' },
  'campaign.save': {
    name: '为民服务我先行',
    from: '2026-11-01',
    until: '2026-12-31',
    themes: [],
    clientToken: '12345678',
  },
  'campaign.discard': { id: 'c1', rev: 1 },
  'campaign.publish': { id: 'c1' },
  'campaign.copy': { id: 'c1', from: '2027-01-01', until: '2027-12-31', clientToken: '12345678' },
  'campaign.get': { id: 'c1' },
  'campaign.read': { id: 'c1' },
  'campaign.reads': { id: 'c1' },
  'campaign.remind': { id: 'c1', groupId: 'g1' },
  'campaign.setGoals': { id: 'c1', goals: [{ name: '办结心愿', metric: 'fulfilled', targets: [] }] },
  'campaign.reportGoal': { id: 'c1', goalId: 'o1', groupId: 'g1', value: 3 },
  'campaign.saveTask': { id: 'c1', title: '走访', representativeId: 'r1', dueOn: '2026-12-01' },
  'campaign.removeTask': { id: 'c1', taskId: 't1' },
  'campaign.finishTask': { id: 'c1', taskId: 't1', note: '走访了三户' },
  'campaign.reopenTask': { id: 'c1', taskId: 't1', reason: '还差两户' },
  'campaign.saveReport': {
    id: 'c1',
    rev: 1,
    title: '活动总结',
    text: '活动期间，代表们走村入户，办结了一批群众心愿。',
  },
  'campaign.close': { id: 'c1', rev: 1 },
  'campaign.reopen': { id: 'c1', reason: '数字需要核对' },
  'campaign.paper': { id: 'c1' },
  'campaign.listFiled': { id: 'c1', kind: 'wish' },
  'campaign.getFiling': { kind: 'duty', id: 'd1' },
  'campaign.file': { kind: 'wish', id: 'w1', campaignId: null },
  'clock.run': { now: '2026-11-24T00:00:00Z' },
  'dossier.startArchive': { year: 2026, groupId: 'g1' },
  'dossier.startHandOver': { from: '2021-12-20', until: '2026-12-19' },
  'dossier.continueArchive': { id: 'j1' },
  'dossier.download': { id: 'j1' },
  'duty.save': {
    kind: 'meeting',
    title: '镇人大三次会议',
    place: '镇会议室',
    from: '2026-11-27T01:00:00Z',
    until: '2026-11-27T04:00:00Z',
    halfDays: 1,
    expected: 'all',
    clientToken: '12345678',
  },
  'duty.options': { day: '2026-11-27' },
  'duty.list': { scope: 'mine', list: 'upcoming' },
  'duty.get': { id: 'd1' },
  'duty.attendance': { id: 'd1', status: 'expected' },
  'duty.cancel': { id: 'd1', reason: '改到下周' },
  'duty.code': { id: 'd1' },
  'duty.signIn': { id: 'd1', code: '012345' },
  'duty.mark': { id: 'd1', representativeId: 'r1', status: 'present' },
  'duty.askLeave': { id: 'd1', reason: '出差' },
  'duty.agreeLeave': { id: 'd1', representativeId: 'r1', agree: true },
  'duty.addPhotos': { id: 'd1', photos: ['p1'] },
  'duty.removePhoto': { id: 'd1', photo: 'p1' },
  'duty.summarise': { id: 'd1', summary: '讨论了两件事' },
  'duty.preview': { id: 'd1' },
  'duty.settle': { id: 'd1' },
  'duty.reopen': { id: 'd1', reason: '登记有误' },
  'duty.importAttendance': { mediaId: 'm1', dryRun: true },
  'duty.sheet': { id: 'd1' },
  'honour.evidence': { month: '2026-11' },
  'honour.nominate': { month: '2026-11', representativeId: 'r1' },
  'honour.skip': { month: '2026-11', reason: '本月没有突出事迹' },
  'honour.save': { id: '2026-11:g1', rev: 1, text: '周建平代表心系群众' },
  'honour.submit': { id: '2026-11:g1' },
  'honour.sign': { id: '2026-11:g1' },
  'honour.sendBack': { id: '2026-11:g1', reason: '请补充事迹' },
  'honour.publish': { id: '2026-11:g1' },
  'honour.retract': { id: '2026-11:g1', reason: '数字需要核对' },
  'honour.get': { id: '2026-11:g1' },
  'honour.list': { month: '2026-11' },
  'honour.desk': { month: '2026-11' },
  'report.dossier': { representativeId: 'r1', year: 2026 },
  'honour.paper': { id: '2026-11:g1' },
  'media.accept': { fileId: 'uploads/x' },
  'media.discard': { mediaId: 'm1' },
  'points.board': { period: '2026-11', by: 'group' },
  'points.entries': { representativeId: 'r1' },
  'points.endAbsence': { id: 'a1', until: '2026-11-30' },
  'points.settleAbsence': { id: 'a1', confirm: true },
  'points.proposeAbsence': {
    ...{ representativeId: 'r1', kind: 'sick', from: '2026-11-01', reason: '住院治疗' },
    clientToken: '12345678',
  },
  'points.getProposal': { id: 'p1' },
  'points.listProposals': { scope: 'mine' },
  'points.drop': { proposalId: 'p1', reason: '情况属实' },
  'points.confirm': { proposalId: 'p1' },
  'points.explain': { proposalId: 'p1', text: '当天已经电话联系' },
  'points.propose': {
    ...{ rule: 'W1', representativeId: 'r1', at: '2026-11-20', label: '走访刘胜村', reason: '听取意见' },
    clientToken: '12345678',
  },
  'points.race': { year: '2026' },
  'points.mine': { period: '2026-11' },
  'points.appeal': { entryId: 'e1', reason: '当天到场签到了' },
  'points.answerAppeal': { appealId: 'a1', accept: true, reason: '核实' },
  'points.decide': { appealId: 'a1', accept: true, reason: '核实', points: 1.5 },
  'points.getAppeal': { id: 'a1' },
  'points.saveRules': { changes: [s1], from: '2026-12-01', why: '鼓励晒单' },
  'points.previewRules': { changes: [s1], month: '2026-11' },
  'post.publish': { text: '今天慰问了老人', photos: ['p1'], clientToken: '12345678' },
  'post.get': { id: 'p1' },
  'post.thank': { id: 'p1', on: false },
  'post.remove': { id: 'p1' },
  'post.feature': { id: 'p1', on: true },
  'post.card': { id: 'p1' },
  'post.code': { id: 'p1' },
  'post.enterGroup': { ticket: 'a-group', id: 'p1' },
  'post.groupBoard': { groupKey: 'k1', month: '2026-11' },
  'post.brief': { day: '2026-11-27' },
  'post.comments': { id: 'p1' },
  'post.comment': { id: 'p1', text: '辛苦了', clientToken: '12345678' },
  'post.removeComment': { commentId: 'c1' },
  'post.report': { id: 'p1', reason: '内容不实' },
  'post.reportComment': { commentId: 'c1', reason: '内容不实' },
  'post.hide': { id: 'p1', reason: '内容不实' },
  'post.unhide': { id: 'p1' },
  'post.hideComment': { commentId: 'c1', reason: '内容不实' },
  'post.unhideComment': { commentId: 'c1' },
  'post.queue': { kind: 'reported' },
  'post.clear': { id: 'post:p1' },
  'report.ledger': { status: ['open', 'claimed'], from: '2026-01-01' },
  'representative.importRoster': { mediaId: 'm1', dryRun: true },
  'wish.submit': wish,
  'wish.review': { id: 'w1', decision: 'publish' },
  'wish.supply': { id: 'w1', note: '在小店门口' },
  'wish.withdraw': { id: 'w1', reason: '已经解决' },
  'wish.similar': { content: '村口路灯坏了', village: '刘胜村' },
  'wish.claim': { id: 'w1' },
  'wish.assign': { id: 'w1', representativeId: 'r1', reason: '住得近' },
  'wish.decline': { id: 'w1', reason: '这周不在镇上' },
  'wish.suggest': { id: 'w1' },
  'wish.contact': { id: 'w1', way: 'visit', note: '已到家里看过' },
  'wish.join': { id: 'w1', part: 'labour', note: '帮忙装灯' },
  'wish.leave': { id: 'w1', reason: '要出差' },
  'wish.askHelp': { id: 'w1', reason: '需要施工队' },
  'wish.refuseHelp': { id: 'w1', reason: '小组可以自己办' },
  'wish.askPause': { id: 'w1', reason: '等电力公司批复', resumeOn: '2021-07-20' },
  'wish.refusePause': { id: 'w1', reason: '可以先装临时灯' },
  'wish.pause': { id: 'w1', reason: '等电力公司批复', resumeOn: '2021-07-20' },
  'wish.resume': { id: 'w1', note: '批复已到' },
  'wish.urge': { id: 'w1', note: '请尽快联系' },
  'wish.answer': {
    id: 'w1',
    closeClass: 'C',
    explanation: '列入明年的改造项目',
    way: 'visit',
    followUpOn: '2022-03-01',
  },
  'wish.callBack': { id: 'w1', way: 'phone', outcome: 'noAnswer' },
  'wish.followUp': { id: 'w1', way: 'phone', resolved: 'yes' },
  'wish.reopen': { id: 'w1', reason: '没几天又不亮了' },
  'wish.hide': { id: 'w1', reason: '正在核实' },
  'wish.unhide': { id: 'w1', reason: '已经核实' },
  'wish.bulk': { act: 'publish', ids: ['w1', 'w2'] },
  'wish.release': { id: 'w1', reason: '不在本地' },
  'wish.progress': { id: 'w1', note: '已经联系' },
  'wish.fulfil': { id: 'w1', note: '已经修好', outcomes: [{ kind: 'gift', amountYuan: 0.29 }] },
  'wish.rate': { id: 'w1', rating: 'fair' },
  'wish.list': { scope: 'public' },
  'wish.get': { id: 'w1' },
  'wish.reveal': { id: 'w1', why: '上门查看' },
  'wish.importLedger': { mediaId: 'm1', dryRun: false, acceptPartial: true },
  'report.sheet': { kind: 'wishes', copy: 'full', format: 'csv', reason: '年终归档' },
  'report.importOrders': { mediaId: 'm1', dryRun: true },
  'order.issue': { wishId: 'w1', departmentId: 'd1', dueDays: 7, reason: '路灯由建设部门维修' },
  'order.accept': { id: 'o1' },
  'order.return': { id: 'o1', reason: '不属于本部门职责', suggestDepartmentId: 'd2' },
  'order.settleReturn': { id: 'o1', agree: true },
  'order.extend': { id: 'o1', reason: '材料还没有到', days: 5 },
  'order.refuseExtension': { id: 'o1', reason: '群众等得急' },
  'order.urge': { id: 'o1' },
  'order.meet': { id: 'o1', stage: 'before', note: '到现场看了路灯' },
  'order.answer': { id: 'o1', text: '路灯已经更换', closeClass: 'A' },
  'order.rate': { id: 'o1', rating: 'fair', redo: true },
  'order.file': { id: 'o1' },
  'order.cancel': { id: 'o1', reason: '已由村里解决' },
  'order.get': { id: 'o1' },
  'order.list': { scope: 'mine' },
  'order.print': { id: 'o1', paper: 'order' },
};

it.each(actions.map(([name]) => name))('%s takes what it asks for', (name) => {
  expect(reasons(name, (good as Record<string, unknown>)[name] ?? {})).toEqual({});
});

const asksForNothing = ['account.invite', 'honour.list', 'post.brief', 'report.ledger'];

it.each(Object.keys(good).filter((name) => !asksForNothing.includes(name)))(
  '%s refuses nothing at all, with a Chinese reason for every field',
  (name) => {
    const refused = reasons(name, {});
    expect(Object.keys(refused)).not.toHaveLength(0);
    for (const reason of Object.values(refused)) expect(reason).toMatch(/\p{Script=Han}/u);
  },
);

/** Values of the wrong kind, too long, too many, in any field of a good input. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ minLength: 300, maxLength: 600 }),
  fc.array(fc.string(), { minLength: 10, maxLength: 40 }),
  fc.double({ noNaN: true }),
);

it('gives every reason in Chinese, whatever is sent', () => {
  const names = actions.map(([name]) => name);
  fc.assert(
    fc.property(fc.constantFrom(...names), anything, fc.nat(), anything, (name, whole, at, part) => {
      const base = (good as Record<string, Record<string, unknown>>)[name] ?? {};
      const keys = Object.keys(base);
      const key = keys[at % Math.max(keys.length, 1)];
      for (const data of [whole, key === undefined ? part : { ...base, [key]: part }]) {
        for (const reason of Object.values(reasons(name, data))) expect(reason).toMatch(/\p{Script=Han}/u);
      }
    }),
    { numRuns: 2000 },
  );
});

describe('a wish', () => {
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['content of four characters', { content: ' 路灯坏了 ' }, 'content', '心愿内容至少 5 个字'],
    ['content of 301 characters', { content: '灯'.repeat(301) }, 'content', '心愿内容最多 300 个字'],
    ['an unknown category', { category: 'lamps' }, 'category', '请选择心愿类别'],
    ['no village', { village: ' ' }, 'village', '请填写所在村（社区）'],
    [
      'a phone of ten digits',
      { wisher: { name: '王', phone: '1395917109' } },
      'wisher.phone',
      '联系电话有误，请填写手机号或座机号',
    ],
    ['no name', { wisher: { name: '', phone: '13959171093' } }, 'wisher.name', '请填写姓名'],
    ['ten photos', { photos: Array.from({ length: 10 }, (_, i) => `p${i}`) }, 'photos', '最多 9 张照片'],
    ['no answer about the name', { consent: { showPhoto: true } }, 'consent.showName', '请选择是否公开姓名'],
    ['a short token', { clientToken: '1' }, 'clientToken', '提交标识太短'],
  ];
  it.each(wrong)('is refused with %s', (_what, set, path, reason) => {
    expect(reasons('wish.submit', { ...wish, ...set })).toEqual({ [path]: reason });
  });

  it.each(['１３９５９１７１０９３', '139 5917 1093', '139-5917-1093', '0513-84561234', '84561234'])(
    'takes the phone number %s',
    (phone) => {
      expect(reasons('wish.submit', { ...wish, wisher: { name: '王小红', phone } })).toEqual({});
    },
  );
});

describe('an outcome', () => {
  const outcome = (set: Record<string, unknown>) =>
    reasons('wish.fulfil', { id: 'w1', note: '已经修好', outcomes: [{ kind: 'gift', ...set }] });

  it('is money with at most two decimals and whole, not negative counts', () => {
    expect(outcome({ amountYuan: 31260.55, people: 0 })).toEqual({});
    expect(outcome({ amountYuan: 0.001 })).toEqual({ 'outcomes.0.amountYuan': '金额最多两位小数' });
    expect(outcome({ amountYuan: -1 })).toEqual({ 'outcomes.0.amountYuan': '金额不能小于 0' });
    expect(outcome({ people: 1.5 })).toEqual({ 'outcomes.0.people': '人数应为整数' });
    expect(outcome({ kind: 'money' })).toEqual({ 'outcomes.0.kind': '请选择成效类型' });
  });

  it('takes every amount in whole fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        expect(outcome({ amountYuan: fen / 100 })).toEqual({});
      }),
    );
  });
});

it('says in words that something is missing or of the wrong kind', () => {
  expect(reasons('wish.submit', { ...wish, wisher: undefined, consent: 'yes' })).toEqual({
    wisher: '请填写这一项',
    consent: '这一项的格式有误',
  });
  expect(reasons('wish.fulfil', { id: 'w', note: '已办好' })).toEqual({ outcomes: '请填写这一项' });
  expect(reasons('wish.get', [])).toEqual({ data: '这一项的格式有误' });
});

it.each(['1', '99999', '2021-02-30', '2021-06-30 10:00', '+275760-09-13T00:00:00Z', '-000001-01-01T00:00:00Z', ''])(
  'takes %j for no edge of a span',
  (from) => expect(reasons('report.overview', { from })).toEqual({ from: '日期应如 2021-06-30' }),
);

it.each(['2021-06-30', '2021-06-30T10:00:00Z', '2021-06-30T10:00:00.000+08:00'])(
  'takes %j for an edge of a span',
  (to) => expect(reasons('report.overview', { to })).toEqual({}),
);
