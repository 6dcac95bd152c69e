import { ledgerRow } from '../../../domain/ledger-writing';
import { wishColumns, type WishRow } from '../../../domain/sheets/wishes';
import { openContact } from '../../kit/contact';
import * as campaigns from '../../store/campaigns';
import * as departments from '../../store/departments';
import * as groups from '../../store/groups';
import { readDirectory } from '../../store/ledger-directory';
import * as orders from '../../store/orders';
import * as settings from '../../store/settings';
import * as wishLists from '../../store/wish-lists';
import { inBatches, onWall, type SheetQuery, type SheetSource } from './source';

async function* rows({ wanted, copy, host, now }: SheetQuery): AsyncGenerator<WishRow> {
  if (!wanted) return;
  const [directory, groupNames, departmentNames, { campaign }] = await Promise.all([
    readDirectory(),
    groups.namesById(),
    departments.namesById(),
    settings.get(),
  ]);
  let number = 0;
  for await (const batch of inBatches(wishLists.eachWithHistory({ ...wanted.filter, ...onWall(copy) }))) {
    const meant = batch.filter(wanted.matches);
    const ordersOf = await orders.listByWishes(meant.map(({ _id }) => _id));
    const filed = await campaigns.namesById([...new Set(meant.flatMap(({ campaignId }) => campaignId ?? []))]);
    for (const doc of meant) {
      const wish = { ...doc, wisher: openContact(host, doc) };
      number += 1;
      yield {
        number,
        now,
        campaign: filed.get(doc.campaignId ?? '') ?? campaign,
        group: groupNames.get(doc.groupId) ?? '',
        directory,
        ledger: ledgerRow(wish, number, directory),
        wish,
        orders: (ordersOf.get(doc._id) ?? []).map((order) => ({
          ...order,
          department: departmentNames.get(order.departmentId) ?? '',
        })),
      };
    }
  }
}

export const wishesSource: SheetSource<WishRow> = { columns: wishColumns, isOfWishes: true, rows };
