import * as contract from '../../contract/points-rules';
import { actingAs } from '../../domain/acting';
import { mailbox } from '../../domain/mailbox';
import { about } from '../../domain/notice';
import { checkChange, checkFrom, nextRule, nextScheme, type Change } from '../../domain/points-rule-change';
import { chineseDate, startOfDay } from '../../domain/time';
import { checkText } from '../kit/check-text';
import { useCase } from '../kit/use-case';
import { inTransaction } from '../store/database';
import * as groups from '../store/groups';
import * as notices from '../store/notices';
import * as pointsRules from '../store/points-rules';
import { newestVersions, readChange } from './read-change';
import { viewRule, viewScheme } from './view-rule';

/** New versions of rules and scheme, announced to every group. What has been booked stays as it is. */
export const saveRules = useCase(contract.saveRules, async ({ from, why, ...sent }, { caller, now, newId, host }) => {
  checkFrom(from, now);
  const change = readChange(sent);
  await checkText(host, why, ...textsOf(change));
  const mailboxes = (await groups.listAll()).map(({ _id }) => mailbox.liaison(_id));
  const id = newId();
  const made = { madeAt: now, by: caller.accountId, who: actingAs('presidium', caller), why };
  const saved = await inTransaction(async (tx) => {
    const newest = newestVersions(await pointsRules.listVersions(undefined, tx), await pointsRules.listSchemes(tx));
    checkChange(change, newest, from);
    const rules = change.rules.flatMap((terms) => {
      const rule = newest.rules.get(terms.code);
      return rule ? [nextRule(rule, terms, from)] : [];
    });
    const scheme = change.scheme && nextScheme(newest.scheme, change.scheme, from);
    await pointsRules.insertVersions({ rules, scheme }, made, tx);
    const names = [...(scheme ? [`记分方式（${scheme.name}）`] : []), ...rules.map(({ name }) => name)];
    await notices.tell(mailboxes, { about: about('rules', id), text: announcement(names, from, why) }, now, tx);
    return { rules, scheme };
  });
  return {
    from,
    items: saved.rules.map(viewRule),
    ...(saved.scheme ? { scheme: viewScheme(saved.scheme) } : {}),
  };
});

const textsOf = ({ rules }: Change): string[] =>
  rules.flatMap(({ name, evidence, grades = [] }) => [name, evidence, ...grades.map((grade) => grade.name)]);

const NAMED = 3;

function announcement(names: readonly string[], from: string, why: string): string {
  const day = startOfDay(from);
  const named = names.slice(0, NAMED).join('、');
  const what = names.length > NAMED ? `${named}等 ${names.length} 项` : named;
  return `积分规则有调整：${what}，${day ? chineseDate(day) : from}起执行，此前的履职仍按原规则。原因：${why}`;
}
