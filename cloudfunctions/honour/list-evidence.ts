import * as contract from '../../contract/honour';
import type { Caller } from '../../domain/caller';
import { figuresOf, type FigureName } from '../../domain/article';
import { positionLabels } from '../../domain/labels';
import { hasOpened, monthSpan, opensAt, publishBy } from '../../domain/model';
import { rankedByEvidence } from '../../domain/model-evidence';
import { pointsOf } from '../../domain/points';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import { viewPhotos } from '../kit/view-photos';
import * as deeds from '../store/deeds';
import * as models from '../store/models';
import * as representatives from '../store/representatives';
import { askedGroup } from './asked-group';
import { deedsToShow, type ShownDeed } from './deeds-to-show';
import { countedOf } from './public-deed';

interface Candidate {
  person: representatives.RepresentativeDoc;
  name: string;
  tenths: number;
  fulfilled: number;
  collected: number;
  posts: number;
  thanks: number;
  deeds: ShownDeed[];
}

/** The group's members of the month, the best evidence first, each with why. It can be read at any time. */
export const listEvidence = useCase(contract.evidence, async ({ month, groupId }, { caller, now, host }) => {
  const group = await askedGroup(groupId, caller);
  const people = await representatives.listByGroup(group.id);
  const ids = people.map(({ _id }) => _id);
  const [points, times, most] = await Promise.all([
    deeds.pointsOfMonth(ids, month),
    models.timesNamed(ids, month),
    models.modelsAYear(),
  ]);
  const candidates = await Promise.all(
    people.map(async (person): Promise<Candidate> => {
      const done = await deeds.ofMonth(person._id, monthSpan(month));
      const figures = figuresOf(countedOf(done));
      const figure = (name: FigureName): number => figures.find((one) => one.name === name)?.value ?? 0;
      return {
        person,
        name: person.name,
        tenths: points.get(person._id) ?? 0,
        fulfilled: figure('办结件数'),
        collected: figure('收集件数'),
        posts: figure('晒单条数'),
        thanks: figure('感谢数'),
        deeds: deedsToShow(done, caller, host),
      };
    }),
  );
  const photosOf = await viewPhotos(
    host,
    candidates.flatMap((one) => one.deeds.flatMap(({ photo }) => photo ?? [])),
  );
  return {
    month,
    groupId: group.id,
    groupName: group.name,
    opensAt: opensAt(month).toISOString(),
    publishBy: publishBy(month).toISOString(),
    isOpen: hasOpened(month, now),
    items: rankedByEvidence(candidates).map(({ person, tenths, deeds: shown, ...counts }) => {
      const timesThisYear = times.get(person._id) ?? 0;
      return {
        ...counts,
        representativeId: person._id,
        position: positionLabels[person.position],
        points: pointsOf(tenths),
        timesThisYear,
        ...defined({ excluded: excludedBecause(person, caller, timesThisYear, most) }),
        deeds: shown.map(({ photo, ...deed }) => ({
          ...deed,
          ...defined({ photo: photo === undefined ? undefined : photosOf([photo])[0] }),
        })),
      };
    }),
  };
});

function excludedBecause(
  { _id }: representatives.RepresentativeDoc,
  caller: Caller,
  times: number,
  most: number,
): string | undefined {
  if (_id === caller.representativeId) return '不能推荐自己';
  return times >= most ? `本年已被推荐 ${times} 次，每年最多 ${most} 次` : undefined;
}
