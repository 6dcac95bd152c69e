/**
 * pointsRules and pointsSchemes: the town's own versions of the rules. Version 1 of each is the catalogue's, which lies in
 * no document. A version is never changed or removed; what holds today may end by a newer one.
 */
import { catalogue, hundred } from '../../domain/points-catalogue';
import { changedMeanwhile } from '../../domain/points-rule-change';
import { versionAt, type PointsRule, type PointsScheme, type RuleBook, type RuleCode } from '../../domain/points-rules';
import { collection, type Tx } from './database';
import { isDuplicateKey } from './duplicate-key';

export interface Made {
  /** '<code>@<version>' */
  _id: string;
  madeAt: Date;
  /** The account and 主体 + 职务. */
  by: string;
  who: string;
  why: string;
}

export type PointsRuleDoc = PointsRule & Made;
export type PointsSchemeDoc = PointsScheme & Made;

export const ruleDocs = collection<PointsRuleDoc>('pointsRules', [
  { key: { code: 1, version: 1 }, name: 'version', unique: true },
]);
export const schemeDocs = collection<PointsSchemeDoc>('pointsSchemes', [
  { key: { version: 1 }, name: 'version', unique: true },
]);

const within = (tx?: Tx) => (tx ? { session: tx } : {});

/** Every version of these rules, or of all. */
export async function listVersions(codes?: readonly RuleCode[], tx?: Tx): Promise<(PointsRule & Partial<Made>)[]> {
  const own = await (await ruleDocs()).find(codes ? { code: { $in: [...codes] } } : {}, within(tx)).toArray();
  const first = codes ? catalogue.filter(({ code }) => codes.includes(code)) : catalogue;
  return [...first, ...own];
}

export async function listSchemes(tx?: Tx): Promise<(PointsScheme & Partial<Made>)[]> {
  return [hundred, ...(await (await schemeDocs()).find({}, within(tx)).toArray())];
}

/** Adds new versions; throws WRONG_STATE where somebody has added the same meanwhile. */
export async function insertVersions(
  made: { rules: readonly PointsRule[]; scheme?: PointsScheme | undefined },
  by: Omit<Made, '_id'>,
  tx: Tx,
): Promise<void> {
  const docs = made.rules.map((rule) => ({ ...rule, ...by, _id: `${rule.code}@${rule.version}` }));
  try {
    if (docs.length > 0) await (await ruleDocs()).insertMany(docs, { session: tx });
    if (!made.scheme) return;
    await (
      await schemeDocs()
    ).insertOne({ ...made.scheme, ...by, _id: `scheme@${made.scheme.version}` }, { session: tx });
  } catch (error) {
    throw isDuplicateKey(error) ? changedMeanwhile() : error;
  }
}

/** Finds the rule and the scheme of any day without asking again: for these rules, or for all. */
export async function openBook(codes?: readonly RuleCode[], tx?: Tx): Promise<(day: string) => RuleBook> {
  const [versions, allSchemes] = [await listVersions(codes, tx), await listSchemes(tx)];
  const byCode = new Map<RuleCode, PointsRule[]>();
  for (const version of versions) byCode.set(version.code, [...(byCode.get(version.code) ?? []), version]);
  return (day) => ({
    rules: new Map(
      [...byCode].flatMap(([code, ofCode]) => {
        const rule = versionAt(ofCode, day);
        return rule ? [[code, rule] as const] : [];
      }),
    ),
    scheme: versionAt(allSchemes, day) ?? hundred,
  });
}

/** The version that an entry was made by. */
export async function versionsBy(codes: readonly RuleCode[]): Promise<(code: RuleCode, version: number) => PointsRule> {
  const versions = new Map((await listVersions(codes)).map((rule) => [`${rule.code}@${rule.version}`, rule]));
  return (code, version) => {
    const rule = versions.get(`${code}@${version}`);
    if (!rule) throw new Error(`there is no version ${version} of ${code}`);
    return rule;
  };
}
