/** The Chinese of every domain word: one place, the same on screens, in ledgers and in briefings. */
import type { CampaignPhase, CampaignStatus, GoalMetric } from './campaign';
import type { Role } from './caller';
import type { AwardStatus, CandidateSource, VetoKind } from './award';
import type { AttendanceStatus, AttendanceWay, DutyKind, DutyState } from './duty';
import type { OutcomeKind } from './outcome';
import type { ModelStatus } from './model';
import type { AppealStatus } from './points-appeal';
import type { MeetingStage, OrderRole, OrderStatus } from './order';
import type {
  BehalfConsent,
  CallBackOutcome,
  Category,
  Channel,
  CloseClass,
  ContactWay,
  Difficulty,
  HelperPart,
  HolderRole,
  Rating,
  Resolution,
  WishStatus,
} from './wish';
import type { OrderTaskKind } from './order-desk';
import type { TaskKind } from './wish-desk';

export const statusLabels = {
  submitted: '待审核',
  needInfo: '待补充',
  open: '待认领',
  claimed: '办理中',
  coordinating: '部门协办',
  paused: '暂缓',
  fulfilled: '待确认',
  closed: '已办结',
  answered: '暂难解决',
  rejected: '不予受理',
  merged: '已并案',
  withdrawn: '已撤回',
} as const satisfies Record<WishStatus, string>;

export const categoryLabels = {
  care: '关爱扶助',
  education: '教育就学',
  employment: '就业创业',
  health: '医疗健康',
  mediation: '维权调解',
  environment: '生态环境',
  enterprise: '企业发展',
  facility: '基础设施',
  paperwork: '代办服务',
  other: '其他',
} as const satisfies Record<Category, string>;

export const channelLabels = {
  self: '自主提交',
  homeVisit: '登门入户',
  walk: '走访群众',
  reception: '选民接待',
  archive: '民情档案',
} as const satisfies Record<Channel, string>;

export const outcomeLabels = {
  gift: '慰问金',
  goods: '物资',
  lecture: '宣讲',
  clinic: '义诊',
  employment: '就业',
  education: '助学',
  mediation: '调解',
  environment: '环境整治',
  enterprise: '惠企',
  facility: '设施改善',
  paperwork: '代办',
  other: '其他',
} as const satisfies Record<OutcomeKind, string>;

export const ratingLabels = {
  satisfied: '满意',
  fair: '基本满意',
  unsatisfied: '不满意',
} as const satisfies Record<Rating, string>;

export const resolutionLabels = {
  yes: '已解决',
  partly: '部分解决',
  no: '未解决',
} as const satisfies Record<Resolution, string>;

export const difficultyLabels = { easy: '易', medium: '中', hard: '难' } as const satisfies Record<Difficulty, string>;

export const holderLabels = {
  resident: '居民',
  representative: '代表',
  liaison: '代表小组',
  presidium: '主席团',
  department: '职能部门',
  none: '已结束',
} as const satisfies Record<HolderRole, string>;

export const closeClassLabels = {
  A: '已解决',
  B: '正在解决',
  C: '列入计划',
  D: '条件限制，已解释',
} as const satisfies Record<CloseClass, string>;

export const helperPartLabels = {
  goods: '出物',
  labour: '出工',
  paperwork: '办证跑腿',
  company: '陪伴',
  other: '其他',
} as const satisfies Record<HelperPart, string>;

export const contactWayLabels = {
  phone: '电话',
  visit: '上门',
  wechat: '微信',
} as const satisfies Record<ContactWay, string>;

export const callBackOutcomeLabels = {
  noAnswer: '没有接通',
  wrongNumber: '号码不对',
  unwilling: '不愿评价',
} as const satisfies Record<CallBackOutcome, string>;

export const behalfConsentLabels = {
  spoken: '当面口头同意',
  written: '书面同意',
} as const satisfies Record<BehalfConsent, string>;

export const taskLabels = {
  review: '待审核',
  supply: '待补充',
  assign: '待认领，可指派',
  contact: '待首次联系',
  progress: '待登记进展',
  fulfil: '待办结',
  help: '申请部门协办',
  pause: '申请暂缓',
  resume: '暂缓未定日期',
  settle: '部门已办，待处理',
  callBack: '待回访',
  callBackMerged: '待回访（并案）',
  followUp: '待二次回访',
  planned: '列入计划，待跟进',
} as const satisfies Record<TaskKind, string>;

export const orderTaskLabels = {
  sign: '待签收',
  answerOrder: '待答复',
  settleReturn: '申请退办',
  settleExtension: '申请延期',
  rateOrder: '已答复，待评价',
  file: '已评价，待归档',
} as const satisfies Record<OrderTaskKind, string>;

export const orderStatusLabels = {
  issued: '待签收',
  accepted: '办理中',
  returnRequested: '申请退办',
  answered: '已答复',
  rated: '已评价',
  filed: '已归档',
  returned: '已退办',
  cancelled: '已撤销',
} as const satisfies Record<OrderStatus, string>;

export const modelStatusLabels = {
  drafting: '起草中',
  signing: '待组长签字',
  signed: '待主席团发布',
  published: '已发布',
  none: '本月不推荐',
} as const satisfies Record<ModelStatus, string>;

export const appealStatusLabels = {
  open: '待答复',
  answered: '待主席团决定',
  decided: '已决定',
} as const satisfies Record<AppealStatus, string>;

export const campaignStatusLabels = {
  draft: '草稿',
  running: '进行中',
  closed: '已结束',
} as const satisfies Record<CampaignStatus, string>;

export const campaignPhaseLabels = {
  ...campaignStatusLabels,
  upcoming: '即将开始',
  over: '到期待总结',
} as const satisfies Record<CampaignPhase, string>;

export const goalMetricLabels = {
  registered: '登记心愿',
  fulfilled: '办结心愿',
  resolved: '确认解决',
  posts: '晒单',
  duties: '履职活动',
  visits: '走访接待',
  manual: '人工填报',
} as const satisfies Record<GoalMetric, string>;

export const dutyKindLabels = {
  meeting: '会议',
  inspection: '视察调研',
  training: '学习培训',
  groupActivity: '小组活动',
  visit: '走访接待',
  hearing: '述职',
} as const satisfies Record<DutyKind, string>;

export const dutyStateLabels = {
  upcoming: '未开始',
  open: '签到中',
  waiting: '待确认考勤',
  settled: '已确认考勤',
  cancelled: '已取消',
} as const satisfies Record<DutyState, string>;

export const attendanceLabels = {
  expected: '未签到',
  present: '已到',
  leave: '请假',
  absent: '缺席',
} as const satisfies Record<AttendanceStatus, string>;

export const attendanceWayLabels = {
  code: '签到码',
  liaison: '他人登记',
  import: '导入',
  settling: '确认考勤时',
} as const satisfies Record<AttendanceWay, string>;

export const orderRoleLabels = { lead: '主办', helper: '协办' } as const satisfies Record<OrderRole, string>;

export const meetingStageLabels = {
  before: '办前见面',
  during: '办中见面',
  after: '办后见面',
} as const satisfies Record<MeetingStage, string>;

export const roleLabels = {
  resident: '居民',
  representative: '人大代表',
  liaison: '组长、联络员',
  presidium: '镇人大主席团',
  department: '职能部门联络人',
  admin: '系统管理员',
} as const satisfies Record<Role, string>;

export const awardStatusLabels = {
  plan: '方案已公布',
  candidates: '推荐候选人',
  review: '主席团审议',
  notice: '公示中',
  decided: '已表彰',
  cancelled: '已撤销',
} as const satisfies Record<AwardStatus, string>;

export const candidateSourceLabels = {
  points: '积分候选',
  nomination: '小组推荐',
} as const satisfies Record<CandidateSource, string>;

export const vetoLabels = {
  fraud: '弄虚作假',
  noHearing: '未述职',
  discipline: '纪律核查',
} as const satisfies Record<VetoKind, string>;

export const levelLabels = { city: '市', town: '镇' } as const;
export type Level = keyof typeof levelLabels;

export const positionLabels = { leader: '组长', liaison: '联络员', member: '代表' } as const;
export type Position = keyof typeof positionLabels;

/** The code whose label is `text`, for reading a ledger; null when no label is. */
export function codeOf<Code extends string>(labels: Record<Code, string>, text: string): Code | null {
  const found = Object.entries<string>(labels).find(([, label]) => label === text);
  return found ? (found[0] as Code) : null;
}
