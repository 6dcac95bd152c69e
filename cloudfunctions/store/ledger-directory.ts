/** The roster as ledgers name it: villages by their group, representatives by name, those who left included. */
import { ledgerDirectory, type LedgerDirectory } from '../../domain/ledger-people';
import * as groups from './groups';
import * as representatives from './representatives';

export async function readDirectory(): Promise<LedgerDirectory> {
  const [places, people] = await Promise.all([groups.listAll(), representatives.listEverybody()]);
  return ledgerDirectory(
    places.map(({ _id, name, villages }) => ({ id: _id, name, villages })),
    people.map(({ _id, name, groupId, active }) => ({ id: _id, name, groupId, active })),
  );
}
