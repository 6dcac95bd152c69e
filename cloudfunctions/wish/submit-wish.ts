import type { z } from 'zod';
import * as contract from '../../contract/wish';
import { hasRole, type Caller } from '../../domain/caller';
import { maskName } from '../../domain/mask';
import { indexTerms, searchedTexts } from '../../domain/search-terms';
import { holderOf } from '../../domain/wish';
import type { Host } from '../host/host';
import { checkText } from '../kit/check-text';
import { defined } from '../kit/defined';
import { useCase } from '../kit/use-case';
import * as groups from '../store/groups';
import * as media from '../store/media';
import * as wishes from '../store/wishes';
import { sealContact } from '../kit/contact';
import { nextCode } from './next-code';
import { submittingAs } from './submitting-as';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';

type Submission = z.output<typeof contract.submit.input>;

const isStaff = (caller: Caller): boolean => hasRole(caller, 'representative', 'presidium', 'department', 'admin');

/** 许愿 for oneself, or, by staff on a visit, for another: then the one who writes is a scribe and no wisher. */
export const submitWish = useCase(contract.submit, async (input, { caller, now, host, newId }) => {
  const earlier = await wishes.findByClientToken(caller.accountId, input.clientToken);
  if (earlier) return { wish: await viewWish(earlier, caller, now, host) };

  const { photos = [] } = input;
  const group = await groups.getByVillage(input.village);
  await checkText(host, input.content, input.team);
  await media.checkPhotos(photos, caller.accountId);
  const insert = async (): Promise<wishes.WishDoc | null> =>
    wishes.insertOnce(await newWish(newId(), group._id, input, caller, now, host), (tx) => media.markUsed(photos, tx));
  let submitted = await insert();
  // An import took the number between its being drawn and written: the next one is drawn.
  while (!submitted) submitted = await insert();
  return { wish: await viewWish(submitted, caller, now, host) };
});

async function newWish(
  id: string,
  groupId: string,
  input: Submission,
  caller: Caller,
  now: Date,
  host: Host,
): Promise<wishes.WishDoc> {
  const { content, category, village, team, consent, clientToken, photos = [] } = input;
  const channel = input.channel ?? (isStaff(caller) ? 'homeVisit' : 'self');
  const selfSubmitted = channel === 'self' || !isStaff(caller);
  const { representativeId, name } = caller;
  const code = await nextCode(now);
  return {
    _id: id,
    code,
    rev: 1,
    status: 'submitted',
    public: false,
    category,
    content,
    village,
    ...defined({ team }),
    groupId,
    channel,
    submitterId: caller.accountId,
    selfSubmitted,
    wisher: { masked: maskName(input.wisher.name), sealed: sealContact(host, input.wisher) },
    consent,
    photos,
    ...(representativeId !== undefined && !selfSubmitted ? { collectedBy: { representativeId, name } } : {}),
    collectedAt: now,
    difficulty: 'medium',
    holder: { role: holderOf('submitted'), since: now },
    outcomes: [],
    postOutcomes: [],
    timeline: [timelineLine(submittingAs({ selfSubmitted }, caller), caller, now, '提交', { photos })],
    reveals: [],
    terms: indexTerms(...searchedTexts({ content, code, village })),
    clientToken,
  };
}
