import type { DossierJobDoc } from '../../store/dossier-jobs';

const contents = {
  archive: [
    '1. 各代表小组文件夹：每位代表一份履职档案（PDF），按代表名册排序，可直接打印签字、盖章归档。',
    '2. 目录.xlsx：每份档案的文件名、积分合计、积分笔数、链首校验码和文件 SHA-256。未能生成的档案在目录中注明。',
    '3. 校验清单.txt：每个文件的 SHA-256。',
  ],
  handOver: [
    '1. 各代表小组文件夹：每位代表本届的履职档案（PDF），可直接打印签字、盖章归档。',
    '2. 移交事项文件夹：未办结心愿、在办交办单、未决申诉、未决加分扣分，为制表时的情况。心愿人姓名已隐去，联系方式请在系统中按权限查看。',
    '3. 积分台账文件夹：本届每年的积分流水（含冲正）和每位代表的链首校验码。',
    '4. 目录.xlsx：以上各文件的名称、链首校验码和 SHA-256。未能生成的文件在目录中注明。',
    '5. 校验清单.txt：每个文件的 SHA-256。',
  ],
} as const satisfies Record<DossierJobDoc['kind'], readonly string[]>;

const checks = [
  '【怎样核对文件没有被改动】',
  '解压后在文件夹中执行：sha256sum -c 校验清单.txt（Linux）；',
  '或在 Windows PowerShell 中执行：Get-FileHash 文件名 -Algorithm SHA256，与清单中的一行比对。',
  '',
  '【怎样核对积分没有被改动】',
  '每位代表的积分流水逐笔相扣：每一笔的校验码（hash）由上一笔的校验码（prevHash）和本笔内容算出。',
  '第一笔的 prevHash 为 64 个 0；最后一笔的 hash 即链首校验码，应与档案页脚、目录和系统“核验积分”页面显示的一致。',
  '算法：SHA-256，对如下 JSON 数组的 UTF-8 文本计算（与 JavaScript 的 JSON.stringify 相同，无空格）：',
  '[prevHash, seq, key, representativeId, groupId, rule, ruleVersion, deltaTenths, at, bookedAt, month,',
  ' ref.kind, ref.id, ref.label, how, reason, by, campaignId]',
  '其中 seq、ruleVersion、deltaTenths 为数字；没有 campaignId 时为 null；其余为文字。deltaTenths 是分值的十倍。',
  '改动任何一笔，其后各笔的校验码都会对不上。',
];

/** 说明.txt, with the line ends of the clerk's own editor. */
export function readMe(
  job: Pick<DossierJobDoc, 'kind' | 'title' | 'who' | 'total'>,
  town: string,
  day: string,
): string {
  const lines = [
    `${town}${job.title}`,
    `制表单位：${town}人大　日期：${day}　导出人：${job.who}　共 ${job.total} 个文件`,
    '',
    '【内容】',
    ...contents[job.kind],
    '',
    ...checks,
    '',
    '本档案包含代表个人信息，仅供内部使用，请妥善保管。',
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
