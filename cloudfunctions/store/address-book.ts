/**
 * Who opens a mailbox now. Whoever holds two offices would find the same wish in two of their mailboxes: so a notice goes
 * to the accounts behind them, each once. A representative without an account, and an office that nobody holds yet,
 * keep theirs until somebody comes.
 */
import { mailbox, ownerOf, type Mailbox } from '../../domain/mailbox';
import * as accounts from './accounts';
import * as representatives from './representatives';

/** Answers the mailboxes to write to. */
export type AddressBook = (mailboxes: readonly Mailbox[]) => Promise<Mailbox[]>;

type OfGroup = Pick<representatives.RepresentativeDoc, '_id' | 'position'>;

async function behindRepresentatives(ids: readonly string[]): Promise<Mailbox[]> {
  const found = await accounts.listByRepresentatives(ids);
  const signedIn = new Set(found.map(({ representativeId }) => representativeId));
  return [
    ...found.map(({ _id }) => mailbox.account(_id)),
    ...ids.filter((id) => !signedIn.has(id)).map(mailbox.representative),
  ];
}

const offices = {
  members: () => true,
  liaison: ({ position }: OfGroup) => position !== 'member',
  leader: ({ position }: OfGroup) => position === 'leader',
} as const;

async function behindAccounts(box: Mailbox, found: Promise<accounts.AccountDoc[]>): Promise<Mailbox[]> {
  const holders = (await found).map(({ _id }) => mailbox.account(_id));
  return holders.length > 0 ? holders : [box];
}

/** For one request or one run: each mailbox is looked up once. */
export function addressBook(): AddressBook {
  const groups = new Map<string, Promise<OfGroup[]>>();
  const groupOf = (id: string): Promise<OfGroup[]> => {
    const known = groups.get(id) ?? representatives.listByGroup(id);
    groups.set(id, known);
    return known;
  };

  async function lookUp(box: Mailbox): Promise<Mailbox[]> {
    const { kind, id } = ownerOf(box);
    switch (kind) {
      case 'account':
        return [box];
      case 'representative':
        return behindRepresentatives([id]);
      case 'members':
      case 'liaison':
      case 'leader': {
        const holders = (await groupOf(id)).filter(offices[kind]);
        return holders.length > 0 ? behindRepresentatives(holders.map(({ _id }) => _id)) : [box];
      }
      case 'presidium':
        return behindAccounts(box, accounts.listByGranted('presidium'));
      case 'department':
        return behindAccounts(box, accounts.listByDepartment(id));
    }
  }

  const known = new Map<Mailbox, Promise<Mailbox[]>>();
  return async (mailboxes) => {
    const found = mailboxes.map((box) => {
      const looked = known.get(box) ?? lookUp(box);
      known.set(box, looked);
      return looked;
    });
    return [...new Set((await Promise.all(found)).flat())];
  };
}
