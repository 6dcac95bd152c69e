/** 这件事该找谁: what is no small wish, whose it is, the exact next step, and the words by which one knows it. */
export interface RightDoor {
  key: 'danger' | 'hotline' | 'petition' | 'relief' | 'legalAid';
  /** What kind of matter it is. */
  matter: string;
  examples: string;
  /** Who sees to it. */
  door: string;
  nextStep: string;
  phones: readonly { name: string; number: string }[];
  /** What a reviewer answers with; it can be changed. */
  reply: string;
  words: readonly string[];
}

/** The most pressing first: where several match, that one is shown. */
export const rightDoors: readonly RightDoor[] = [
  {
    key: 'danger',
    matter: '紧急危险',
    examples: '有人受伤、着火、被打被骗',
    door: '110、119、120',
    nextStep: '现在就打电话，说清楚在哪里、出了什么事、有没有人受伤，不要挂断，等接线员问完。',
    phones: [
      { name: '报警', number: '110' },
      { name: '火警', number: '119' },
      { name: '急救', number: '120' },
    ],
    reply: '这件事涉及人身或财产安全，请立即拨打 110 报警；着火拨打 119，有人受伤拨打 120。',
    words: [
      '着火',
      '起火',
      '失火',
      '煤气泄漏',
      '燃气泄漏',
      '被打',
      '打人',
      '持刀',
      '抢劫',
      '被偷',
      '小偷',
      '被骗',
      '骗走',
      '家暴',
      '昏迷',
      '晕倒',
      '溺水',
      '轻生',
      '自杀',
      '失踪',
      '走失',
    ],
  },
  {
    key: 'legalAid',
    matter: '打官司、讨欠薪',
    examples: '拖欠工资、合同、赔偿、离婚',
    door: '法律援助 12348',
    nextStep: '拨打 12348 免费问律师；讨欠薪带上欠条、工资单或聊天记录，经济困难的可以申请免费代理。',
    phones: [{ name: '法律服务热线', number: '12348' }],
    reply: '这件事属于法律纠纷，请拨打 12348 公共法律服务热线，可以申请法律援助。',
    words: [
      '欠薪',
      '拖欠工资',
      '欠工资',
      '工资没发',
      '讨薪',
      '工钱',
      '打官司',
      '起诉',
      '法院',
      '离婚',
      '仲裁',
      '工伤赔偿',
      '欠钱不还',
      '合同纠纷',
    ],
  },
  {
    key: 'petition',
    matter: '信访事项',
    examples: '征地拆迁补偿、对处理结果不服',
    door: '信访局、镇信访接待窗口',
    nextStep: '带身份证和有关材料到镇信访接待窗口登记，会给您受理告知书，60 日内答复；也可以上国家信访局网站提交。',
    phones: [],
    reply: '这件事属于信访事项，请到镇信访接待窗口反映，工作人员会登记并答复您。',
    words: ['信访', '上访', '征地补偿', '拆迁补偿', '拆迁款', '征地款', '安置补偿', '处理结果不服'],
  },
  {
    key: 'relief',
    matter: '生活困难要救助',
    examples: '低保、大病、临时遇到难处',
    door: '民政救助',
    nextStep: '带身份证、户口簿到村（社区）或镇民政窗口，说明困难，填申请表；急难的可以先救助后补手续。',
    phones: [],
    reply: '这件事属于社会救助，请到村（社区）或镇民政窗口申请临时救助或低保。',
    words: ['低保', '临时救助', '救助金', '特困', '五保', '大病救助', '吃不上饭', '没钱看病', '没钱治病', '没钱吃饭'],
  },
  {
    key: 'hotline',
    matter: '投诉举报、城市管理',
    examples: '违建、占道、噪音、乱收费',
    door: '12345 热线',
    nextStep: '拨打 12345，说清楚地点、时间和要求，记下工单号，一般几个工作日内有部门回复您。',
    phones: [{ name: '政务服务热线', number: '12345' }],
    reply: '这件事属于政务服务诉求，请拨打 12345 政务服务便民热线，会有部门回复您。',
    words: [
      '投诉',
      '举报',
      '违章建筑',
      '违建',
      '违法搭建',
      '占道经营',
      '乱停车',
      '噪音',
      '扰民',
      '油烟',
      '乱收费',
      '偷排',
      '无证经营',
    ],
  },
];

/** The door for what is being written, if its words name one. */
export function doorFor(content: string): RightDoor | null {
  const plain = content.replace(/\s/g, '');
  return rightDoors.find(({ words }) => words.some((word) => plain.includes(word))) ?? null;
}
