import * as contract from '../../contract/representative';
import { readRoster, rosterShape, type RosterEntry } from '../../domain/roster';
import { mergeRoster, type RosterChange } from '../../domain/roster-merge';
import type { Host } from '../host/host';
import { seal } from '../kit/seal';
import { readSheet } from '../kit/sheet-read';
import { useCase, type Context } from '../kit/use-case';
import { inTransaction, type Tx } from '../store/database';
import * as groups from '../store/groups';
import * as media from '../store/media';
import * as representatives from '../store/representatives';

/**
 * 名册导入: all rows or none, unless the clerk accepts the good ones. `accepted` is what was written, or on a dry run
 * what would be. Importing again updates people in place; see domain/roster-merge for who stays and who leaves.
 */
export const importRoster = useCase(
  contract.importRoster,
  async ({ mediaId, dryRun, acceptPartial = false }, context) => {
    const sheet = await media.getSheet(mediaId, context.caller.accountId);
    const { bytes } = await context.host.files.get(media.sheetKey(sheet._id));
    const kept = await groups.listAll();
    const { entries, rejected } = readRoster(await readSheet(bytes, rosterShape), servedBy(kept));
    if (dryRun) return { accepted: entries.length, rejected };
    if (rejected.length > 0 && !acceptPartial) return { accepted: 0, rejected };
    await register(entries, rejected.length === 0, context);
    return { accepted: entries.length, rejected };
  },
);

/** Village → group name, of the groups that the file does not speak for. */
const servedBy =
  (kept: readonly groups.GroupDoc[]) =>
  (inFile: ReadonlySet<string>): Map<string, string> =>
    new Map(
      kept
        .filter((group) => !inFile.has(group.name))
        .flatMap((group) => group.villages.map((village) => [village, group.name] as const)),
    );

async function register(entries: readonly RosterEntry[], complete: boolean, { host, newId }: Context): Promise<void> {
  // People and groups must agree: nobody may meet a village whose group has no leader yet.
  await inTransaction(async (tx) => {
    const docs = await representatives.listEverybody(tx);
    const change = mergeRoster(
      {
        groups: (await groups.listAll(tx)).map(({ _id, ...group }) => ({ ...group, id: _id })),
        people: docs.map(({ _id, name, groupId, order, active }) => ({ id: _id, name, groupId, order, active })),
      },
      entries,
      complete,
      newId,
    );
    await groups.replaceAll(
      change.groups.map(({ id, ...group }) => ({ _id: id, ...group })),
      tx,
    );
    await write(change, docs, host, tx);
  });
}

async function write(
  { people, left }: RosterChange,
  docs: readonly representatives.RepresentativeDoc[],
  host: Host,
  tx: Tx,
): Promise<void> {
  const before = new Map(docs.map((doc) => [doc._id, doc]));
  const listed = people.flatMap(({ id, groupId, order, entry }) => {
    const known = before.get(id);
    if (entry) return [{ ...docOf(entry, host), _id: id, groupId, order, active: true }];
    return known ? [{ ...known, order }] : [];
  });
  const gone = left.flatMap((id) => before.get(id) ?? []).map((doc) => ({ ...doc, active: false }));
  await representatives.replaceAll([...listed, ...gone], tx);
}

function docOf(
  entry: RosterEntry,
  host: Host,
): Omit<representatives.RepresentativeDoc, '_id' | 'groupId' | 'order' | 'active'> {
  const { name, level, position, phone, occupation, strengths, villages } = entry;
  return { name, level, position, phone: seal(host.contactKey, phone), occupation, strengths, villages };
}
