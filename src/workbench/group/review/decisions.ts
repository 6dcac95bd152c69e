/** What a reviewer can decide, as the page says it. */
import type { WishView } from '../../../../contract/wish';
import { moves } from '../../../../domain/wish-moves';

export const decisions = {
  publish: { label: '公开', button: '公开这个心愿', said: '已公开' },
  askInfo: { label: '请补充', button: '请居民补充', said: '已请居民补充' },
  reject: { label: '不予受理', button: '不予受理', said: '已作不予受理' },
  merge: { label: '并案', button: '并入另一个心愿', said: '已并案' },
} as const;

export type Decision = keyof typeof decisions;

const order = Object.keys(decisions) as Decision[];

export function decisionsFor({ status, allowed }: WishView): Decision[] {
  if (!allowed.includes('review')) return [];
  return order.filter((decision) => moves[decision].from.some((from) => from === status));
}

/** The right door to knock on, for what the representatives cannot take on. */
export const doors = [
  {
    value: '12345',
    label: '12345 热线',
    text: '这件事属于政务服务诉求，请拨打 12345 政务服务便民热线，会有部门回复您。',
  },
  { value: '110', label: '110', text: '这件事涉及人身或财产安全，请立即拨打 110 报警。' },
  { value: 'petition', label: '信访', text: '这件事属于信访事项，请到镇信访接待窗口反映，工作人员会登记并答复您。' },
  { value: 'relief', label: '民政救助', text: '这件事属于社会救助，请到村（社区）或镇民政窗口申请临时救助或低保。' },
  {
    value: 'legalAid',
    label: '法律援助',
    text: '这件事属于法律纠纷，请拨打 12348 公共法律服务热线，可以申请法律援助。',
  },
] as const;

export type Door = (typeof doors)[number]['value'];

export const dueChoices = ['7', '15', '30', '60', '90'] as const;
