/**
 * What an imported roster makes of the one that is there. A person is who has the same name in the same group, and
 * keeps the id (and with it points and account). The file speaks for the groups that it names: whoever of them is no
 * longer listed becomes inactive; other groups stay as they are. Nobody leaves by an import with rejected rows.
 */
import type { RosterEntry } from './roster';

export interface RosterPerson {
  id: string;
  name: string;
  groupId: string;
  order: number;
  active: boolean;
}

export interface RosterGroup {
  id: string;
  name: string;
  villages: readonly string[];
  order: number;
}

export interface RosterChange {
  groups: { id: string; name: string; villages: string[]; order: number }[];
  /** Everybody on the roster, in its order; `entry` where the file says something of the person. */
  people: { id: string; groupId: string; order: number; entry?: RosterEntry }[];
  /** Ids of those who are no longer on it. */
  left: string[];
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

function mergeGroups(
  existing: readonly RosterGroup[],
  entries: readonly RosterEntry[],
  complete: boolean,
  newId: () => string,
): RosterChange['groups'] {
  const byName = new Map(existing.map((group) => [group.name, group]));
  const last = Math.max(0, ...existing.map((group) => group.order));
  const names = unique(entries.map((entry) => entry.groupName));
  const added = names.filter((name) => !byName.has(name));
  return names.map((name) => {
    const group = byName.get(name);
    const villages = entries.filter((entry) => entry.groupName === name).flatMap((entry) => entry.villages);
    return {
      id: group?.id ?? newId(),
      name,
      villages: unique([...(complete ? [] : (group?.villages ?? [])), ...villages]),
      order: group?.order ?? last + 1 + added.indexOf(name),
    };
  });
}

export function mergeRoster(
  existing: { groups: readonly RosterGroup[]; people: readonly RosterPerson[] },
  entries: readonly RosterEntry[],
  complete: boolean,
  newId: () => string,
): RosterChange {
  const groups = mergeGroups(existing.groups, entries, complete, newId);
  const groupIds = new Map(groups.map((group) => [group.name, group.id]));
  const groupOrder = new Map([...existing.groups, ...groups].map((group) => [group.id, group.order]));
  const ids = new Map(existing.people.map((person) => [`${person.groupId} ${person.name}`, person.id]));

  const listed = entries.map((entry, index) => {
    const groupId = groupIds.get(entry.groupName) ?? '';
    return { id: ids.get(`${groupId} ${entry.name}`) ?? newId(), groupId, order: index, entry };
  });
  const listedIds = new Set(listed.map((person) => person.id));
  const others = existing.people.filter((person) => person.active && !listedIds.has(person.id));
  const spokenFor = new Set(groupIds.values());
  const leaves = (person: RosterPerson): boolean => complete && spokenFor.has(person.groupId);

  const staying = others.filter((person) => !leaves(person)).map(({ id, groupId, order }) => ({ id, groupId, order }));
  const inGroup = (person: { groupId: string }): number => groupOrder.get(person.groupId) ?? 0;
  // The file's own order where it is the whole roster; else group by group, those of the file before the others.
  const people: RosterChange['people'] =
    staying.length === 0 ? listed : [...listed, ...staying].sort((a, b) => inGroup(a) - inGroup(b));
  return {
    groups,
    people: people.map((person, index) => ({ ...person, order: index + 1 })),
    left: others.filter(leaves).map((person) => person.id),
  };
}
