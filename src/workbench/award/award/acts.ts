/** What can be done with an award: what each act asks, says and calls. */
import type { AwardView } from '../../../../contract/award-views';
import { shanghaiDay } from '../../../../domain/time';
import type { Option } from '../../../components/chips';
import { actSpec, type ActSpec } from '../../../features/act/act-spec';
import { call } from '../../../platform/call';

type Answer = { award: AwardView };

/** What an act is about: the award, and perhaps one person or one objection of it. */
export interface Target {
  id: string;
  rev: number;
  representativeId?: string;
  name?: string;
  objectionId?: string;
  /** 事迹简介 as it is. */
  summary?: string;
  chosen?: readonly string[];
  /** Whom the group may still nominate. */
  members?: readonly Option<string>[];
}

export const actLabels = {
  draw: '产生候选人',
  nominate: '推荐代表',
  sign: '签字同意',
  withdraw: '撤回推荐',
  check: '登记纪律核查',
  confirmCheck: '确认核查',
  describe: '事迹简介',
  review: '提交审议',
  vote: '登记表决意见',
  announce: '公示选定人选',
  object: '提出异议',
  answer: '答复异议',
  dismiss: '撤下人选',
  reconsider: '退回重新审议',
  decide: '作出表彰决定',
  cancel: '撤销评选',
} as const;
export type Act = keyof typeof actLabels;

export const doneTexts: Readonly<Record<Act | 'revise', string>> = {
  revise: '方案已修改，人人都能看到修改的原因。',
  draw: '候选人已产生，各组组长和联络员会收到通知。',
  nominate: '已推荐。联络员推荐的，组长签字后才算数。',
  sign: '已签字，推荐算数了。',
  withdraw: '已撤回，可以改为推荐别人。',
  check: '已登记，请另一位同志确认。',
  confirmCheck: '已确认。',
  describe: '事迹简介已保存，公示时人人都能看到。',
  review: '已提交审议，请对照各位候选人的履职情况。',
  vote: '您的表决意见已登记。',
  announce: '已开始公示，人人都能看到。',
  object: '异议已提交，只有人大办能看到您的姓名。答复后会通知您。',
  answer: '已答复，提出异议的人会收到通知。',
  dismiss: '已从公示名单中撤下。',
  reconsider: '已退回审议。',
  decide: '表彰决定已登记，受表彰的代表会收到通知。',
  cancel: '评选已撤销，有关代表、提出异议的人和各小组会收到通知。需要时可以重新公布方案。',
};

interface Confirmed {
  text: (target: Target) => string;
  send: (target: Target) => Promise<Answer>;
}

const ofPerson = ({ id, rev, representativeId = '' }: Target) => ({ id, rev, representativeId });

/** What needs no words, only a second look. */
export const confirmedActs = {
  draw: {
    text: () => '系统按冻结的全年积分和在岗天数排名，产生每组的积分候选人。产生后方案不能再改。',
    send: ({ id, rev }) => call('award.draw', { id, rev }),
  },
  sign: {
    text: ({ name }) => `签字表示同意推荐${name ?? ''}，推荐理由属实。`,
    send: (target) => call('award.sign', ofPerson(target)),
  },
  withdraw: {
    text: ({ name }) => `撤回对${name ?? ''}的推荐？截止日前还可以推荐别人。`,
    send: (target) => call('award.withdraw', ofPerson(target)),
  },
  confirmCheck: {
    text: ({ name }) => `确认${name ?? ''}的纪律核查结果属实。登记和确认必须是两个人。`,
    send: (target) => call('award.confirmCheck', ofPerson(target)),
  },
  review: {
    text: () => '提交后小组不能再推荐，由主席团对照审议。',
    send: ({ id, rev }) => call('award.review', { id, rev }),
  },
} as const satisfies Partial<Record<Act, Confirmed>>;
export type ConfirmedAct = keyof typeof confirmedActs;

export const isConfirmed = (act: Act): act is ConfirmedAct => act in confirmedActs;

const reasonOf = (label: string, placeholder: string, maxLength = 200) =>
  ({ reason: { kind: 'words', label, placeholder, maxLength } }) as const;

const moveUp = {
  kind: 'flag',
  label: '由下一名递补',
  hint: '按折算分递补一位已通过核查的候选人，重新公示 5 个工作日。',
  optional: true,
} as const;

const yesNo = (yes: string, no: string) =>
  [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ] as const;

const summaryField = {
  kind: 'words',
  label: '事迹简介',
  hint: '公示时人人都能看到：不写电话、门牌和群众姓名，10 到 300 个字。不写的，公示全年履职数字。',
  placeholder: '例如：牵头修好村口路灯，为十二户独居老人装上扶手。',
  maxLength: 300,
  optional: true,
} as const;

function personSpec(act: 'nominate' | 'check' | 'describe' | 'dismiss', target: Target): ActSpec<Answer> {
  const person = ofPerson(target);
  switch (act) {
    case 'nominate':
      return actSpec({
        about: '不能推荐自己。组长推荐的当即算数，联络员推荐的要组长签字。',
        fields: {
          representativeId: { kind: 'select', label: '推荐谁', options: target.members ?? [] },
          reason: {
            kind: 'words',
            label: '推荐理由',
            hint: '写清楚做了什么实事，至少 50 个字。',
            placeholder: '例如：全年走访群众一百二十余户，牵头为独居老人安装扶手……',
            maxLength: 500,
          },
          summary: summaryField,
        },
        submitText: '推荐',
        send: (_, { representativeId, reason, summary }) =>
          call('award.nominate', { ...person, representativeId, reason, ...(summary ? { summary } : {}) }),
      });
    case 'check':
      return actSpec({
        about: `${target.name ?? ''}：向纪检等部门核实后登记，由另一位同志确认后才算数。`,
        fields: {
          clear: { kind: 'choice', label: '核查结果', options: yesNo('通过', '不通过') },
          ...reasonOf('核查情况', '例如：镇纪委回函没有问题。'),
        },
        submitText: '登记核查结果',
        send: (_, { clear, reason }) => call('award.check', { ...person, clear: clear === 'yes', reason }),
      });
    case 'describe':
      return actSpec({
        about: `${target.name ?? ''}：公示以前可以修改。`,
        fields: { summary: { ...summaryField, initial: target.summary } },
        submitText: '保存',
        send: (_, { summary }) => call('award.describe', { ...person, ...(summary ? { summary } : {}) }),
      });
    case 'dismiss':
      return actSpec({
        about: `${target.name ?? ''}将从公示名单中撤下，本人会收到原因。`,
        fields: { ...reasonOf('撤下的原因', '例如：本人提出放弃。'), moveUp },
        submitText: '撤下',
        danger: true,
        send: (_, { reason, moveUp: isUp = false }) => call('award.dismiss', { ...person, reason, moveUp: isUp }),
      });
  }
}

function objectionSpec(act: 'object' | 'answer', target: Target): ActSpec<Answer> {
  const { id, representativeId, objectionId = '' } = target;
  switch (act) {
    case 'object':
      return actSpec({
        about: `您的姓名只有人大办能看到。${target.name ? `这条异议针对${target.name}。` : '这条异议针对整个名单。'}`,
        fields: { text: { kind: 'words', label: '异议内容', placeholder: '请写明事实和依据', maxLength: 500 } },
        submitText: '提交异议',
        withPhotos: true,
        send: (_, { text }, photos) =>
          call('award.object', { id, text, photos, ...(representativeId === undefined ? {} : { representativeId }) }),
      });
    case 'answer':
      return actSpec({
        about: '答复会发给提出异议的人。异议成立的，该人选从公示名单中撤下。',
        fields: {
          upheld: { kind: 'choice', label: '异议是否成立', options: yesNo('成立', '不成立') },
          moveUp: { ...moveUp, when: ({ upheld }) => upheld === 'yes' && representativeId !== undefined },
          ...reasonOf('答复', '例如：经核实，走访记录完整，异议不成立。', 500),
        },
        submitText: '答复',
        send: (_, { upheld, moveUp: isUp = false, reason }) =>
          call('award.answer', { id, objectionId, upheld: upheld === 'yes', moveUp: isUp, reason }),
      });
  }
}

function undoingSpec(act: 'reconsider' | 'cancel', { id, rev }: Target): ActSpec<Answer> {
  switch (act) {
    case 'reconsider':
      return actSpec({
        about: '公示名单会清空，由主席团重新选定人选、重新公示。',
        fields: reasonOf('退回的原因', '例如：名单需要重新审议。'),
        submitText: '退回审议',
        danger: true,
        send: (_, { reason }) => call('award.reconsider', { id, rev, reason }),
      });
    case 'cancel':
      return actSpec({
        about: '撤销后不能恢复，人人都能看到由谁、何时、为什么撤销。本年度可以重新公布方案。',
        fields: reasonOf('撤销的原因', '例如：与市级评选重复，并入市级评选。'),
        submitText: '撤销评选',
        danger: true,
        send: (_, { reason }) => call('award.cancel', { id, rev, reason }),
      });
  }
}

/** What each form asks, and what is done with it. */
export function specOf(act: Exclude<Act, ConfirmedAct>, target: Target): ActSpec<Answer> {
  const { id, rev, chosen = [] } = target;
  switch (act) {
    case 'nominate':
    case 'check':
    case 'describe':
    case 'dismiss':
      return personSpec(act, target);
    case 'vote':
      return actSpec({
        about: `您选择了 ${chosen.length} 名候选人。再次登记会替换前一次。`,
        fields: { note: { kind: 'words', label: '意见', placeholder: '可以不写', maxLength: 300, optional: true } },
        submitText: '登记',
        send: (_, { note }) => call('award.vote', { id, rev, chosen: [...chosen], ...(note ? { note } : {}) }),
      });
    case 'announce':
      return actSpec({
        about: `将公示 ${chosen.length} 名人选，从明天起 5 个工作日。公示人人可见，请核对无误。`,
        fields: { note: { kind: 'words', label: '审议意见', placeholder: '可以不写', maxLength: 300, optional: true } },
        submitText: '开始公示',
        send: (_, { note }) => {
          const people = chosen.map((one) => ({ representativeId: one }));
          return call('award.announce', { id, rev, chosen: people, ...(note ? { note } : {}) });
        },
      });
    case 'object':
    case 'answer':
      return objectionSpec(act, target);
    case 'reconsider':
    case 'cancel':
      return undoingSpec(act, target);
    case 'decide':
      return actSpec({
        about: '决定登记后不能再改，受表彰的代表可以打印证书，记入履职档案。',
        fields: {
          minuteNumber: { kind: 'words', label: '会议纪要文号', placeholder: '例如：长人发〔2027〕3号', maxLength: 40 },
          day: {
            kind: 'day',
            label: '决定日期',
            from: '2020-01-01',
            to: shanghaiDay(new Date()),
            initial: shanghaiDay(new Date()),
          },
        },
        submitText: '登记决定',
        send: (_, { minuteNumber, day }) => call('award.decide', { id, rev, minuteNumber, day }),
      });
  }
}
