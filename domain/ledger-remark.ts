/**
 * What a ledger has no column for but must not lose is written behind the remark in 【】: whether the wish was solved,
 * the reason of a refusal, how many things were given. Reading takes the marks off again.
 */
import { codeOf, resolutionLabels } from './labels';
import type { Resolution } from './wish';

export interface LedgerRemark {
  remark?: string;
  resolved?: Resolution;
  reason?: string;
  /** One for each outcome, undefined where none was counted. */
  items?: readonly (number | undefined)[];
}

const MARK = /\s*【(是否解决|原因|件数)：([^【】]*)】\s*$/;

export function writeRemark({ remark = '', resolved, reason, items = [] }: LedgerRemark): string {
  const counted = items.some((count) => count !== undefined);
  return [
    remark,
    // A bracket of its own inside would end the mark too early.
    reason === undefined ? '' : `【原因：${reason.replaceAll('【', '[').replaceAll('】', ']')}】`,
    resolved === undefined ? '' : `【是否解决：${resolutionLabels[resolved]}】`,
    counted ? `【件数：${items.map((count) => count ?? '').join(';')}】` : '',
  ].join('');
}

export function readRemark(text: string): LedgerRemark {
  const read: LedgerRemark = {};
  let rest = text;
  for (let mark = MARK.exec(rest); mark; mark = MARK.exec(rest)) {
    const [, name, value = ''] = mark;
    const resolved = name === '是否解决' ? codeOf<Resolution>(resolutionLabels, value) : null;
    if (name === '是否解决' && !resolved) break;
    if (resolved) read.resolved = resolved;
    if (name === '原因') read.reason = value;
    if (name === '件数')
      read.items = value.split(';').map((count) => (/^\d{1,7}$/.test(count) ? Number(count) : undefined));
    rest = rest.slice(0, mark.index);
  }
  return rest === '' ? read : { ...read, remark: rest };
}
