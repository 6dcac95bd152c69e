/** Whom and where a ledger's words mean: villages by their group, representatives by name. */
import { plain, quoted, type Reading } from './cell';

export interface LedgerGroup {
  id: string;
  name: string;
  villages: readonly string[];
}

/** `active: false`: somebody who was on an earlier roster; an old ledger still speaks of them. */
export interface LedgerPerson {
  id: string;
  name: string;
  groupId: string;
  active: boolean;
}

export interface LedgerDirectory {
  /** The village as the roster writes it, and its group; undefined when no group serves it. */
  village(text: string): { village: string; group: LedgerGroup } | undefined;
  /** The representative of this name, as somebody of `groupId` would mean it. */
  person(text: string, groupId: string | undefined): Reading<LedgerPerson>;
  /** How a ledger writes this person so that `person` finds them again; undefined for an unknown id. */
  nameOf(id: string, groupId: string): string | undefined;
}

/** 吕国华(第二代表小组): how a name that two people have is made one person's. */
const QUALIFIED = /^(.+?)\((.+)\)$/;

type Candidates = readonly LedgerPerson[];

/** The village's own group first, then the whole town; those now on the roster before those who were. */
function narrow(named: Candidates, groupId: string | undefined): Candidates {
  const active = named.filter((person) => person.active);
  const pools = [active.filter((person) => person.groupId === groupId), active, named];
  return pools.find((pool) => pool.length > 0) ?? [];
}

export function ledgerDirectory(groups: readonly LedgerGroup[], people: Candidates): LedgerDirectory {
  const villages = new Map(
    groups.flatMap((group) => group.villages.map((village) => [plain(village), { village, group }])),
  );
  const groupNames = new Map(groups.map((group) => [group.id, group.name]));
  const byName = new Map<string, LedgerPerson[]>();
  for (const one of people) byName.set(plain(one.name), [...(byName.get(plain(one.name)) ?? []), one]);
  const byId = new Map(people.map((person) => [person.id, person]));

  function person(text: string, groupId: string | undefined): Reading<LedgerPerson> {
    const qualified = QUALIFIED.exec(plain(text));
    const groupName = qualified?.[2];
    const named = byName.get(qualified?.[1] ?? plain(text)) ?? [];
    const ofGroup = named.filter((one) => plain(groupNames.get(one.groupId) ?? '') === groupName);
    const [first, ...others] = groupName === undefined ? narrow(named, groupId) : ofGroup;
    if (!first) return { reason: `名册中没有代表${quoted(text)}` };
    if (others.length === 0) return { value: first };
    const where = [first, ...others].map((one) => groupNames.get(one.groupId) ?? '').join('、');
    const example = `${first.name}(${groupNames.get(first.groupId) ?? ''})`;
    return { reason: `名册中有 ${others.length + 1} 位代表叫${quoted(text)}（${where}），请写成“${example}”` };
  }

  return {
    village: (text) => villages.get(plain(text)),
    person,
    nameOf(id, groupId) {
      const found = byId.get(id);
      if (!found) return undefined;
      const read = person(found.name, groupId);
      const isPlain = 'value' in read && read.value.id === id;
      return isPlain ? found.name : `${found.name}(${groupNames.get(found.groupId) ?? ''})`;
    },
  };
}
