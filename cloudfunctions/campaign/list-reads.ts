import * as contract from '../../contract/campaign';
import { checkCampaign } from '../../domain/campaign-rights';
import { seesTown } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { leads } from '../../domain/wish-actors';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as reads from '../store/campaign-reads';
import * as groups from '../store/groups';
import * as representatives from '../store/representatives';
import { seenCampaign } from './move-campaign';

/** Who has read the mobilisation notice, of those in office now. */
export const listReads = useCase(contract.reads, async ({ id, groupId }, { caller }) => {
  const campaign = await seenCampaign(id, caller);
  checkCampaign('reads', campaign, caller);
  const asked = groupId ?? (seesTown(caller) ? undefined : caller.groupId);
  if (asked !== undefined && !seesTown(caller) && !leads({ groupId: asked }, caller)) {
    throw new DomainError('FORBIDDEN', { message: '只能查看本组的阅读情况' });
  }
  const [names, people] = await Promise.all([
    groups.listAll(),
    asked === undefined ? representatives.listAll() : representatives.listByGroup(asked),
  ]);
  const read =
    asked === undefined
      ? await reads.readersOf(id)
      : await reads.readBy(
          id,
          people.map(({ _id }) => _id),
        );
  const shown = asked === undefined ? names : names.filter(({ _id }) => _id === asked);
  return {
    items: shown.map(({ _id, name }) => {
      const members = people.filter((one) => one.groupId === _id);
      const done = members.filter((one) => read.has(one._id)).length;
      return {
        groupId: _id,
        groupName: name,
        members: members.length,
        read: done,
        mayRemind: campaign.status === 'running' && done < members.length && leads({ groupId: _id }, caller),
        ...(read instanceof Map ? { people: members.map((one) => viewReader(one, read.get(one._id))) } : {}),
      };
    }),
  };
});

const viewReader = ({ _id, name }: representatives.RepresentativeDoc, readAt: Date | undefined) => ({
  representativeId: _id,
  name,
  ...defined({ readAt: readAt?.toISOString() }),
});
