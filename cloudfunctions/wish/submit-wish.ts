import type { z } from 'zod';
import * as contract from '../../contract/wish';
import { hasRole, type Caller } from '../../domain/caller';
import { DomainError } from '../../domain/errors';
import { holderOf } from '../../domain/wish';
import { maskedWisher } from '../../domain/wish-privacy';
import { checkText } from '../kit/check-text';
import { sealContact } from '../kit/contact';
import { defined } from '../kit/defined';
import { useCase, type Context } from '../kit/use-case';
import * as campaigns from '../store/campaigns';
import * as groups from '../store/groups';
import * as media from '../store/media';
import type { NewWish, WishDoc } from '../store/wish-doc';
import * as wishes from '../store/wishes';
import { alsoWished, joinWished } from './also-wish';
import { nextCode } from './next-code';
import { submittingAs } from './submitting-as';
import { timelineLine } from './timeline-line';
import { viewWish } from './view-wish';
import { wishTerms } from '../kit/wish-terms';

type Submission = z.output<typeof contract.submit.input>;

const isStaff = (caller: Caller): boolean => hasRole(caller, 'representative', 'presidium', 'department', 'admin');

/**
 * 许愿 for oneself, or, by staff on a visit, for another: then the one who writes is a scribe and no wisher.
 * “我也有这个心愿” is registered as a wish of its own and goes along with the one that is there.
 */
export const submitWish = useCase(contract.submit, async (input, context) => {
  const { caller, now, host } = context;
  const earlier = await wishes.findByClientToken(caller.accountId, input.clientToken);
  if (earlier) return { wish: await viewWish(earlier, caller, now, host) };

  checkGuardian(input);
  const { photos = [], alsoOf } = input;
  const group = await groups.getByVillage(input.village);
  await checkText(host, input.content, input.team);
  await media.checkPhotos(photos, caller.accountId);
  const campaignId = await campaigns.filedUnder(input.campaignId, now);
  const insert = async (): Promise<WishDoc | null> => {
    const alone = { ...(await newWish(group._id, input, context)), ...defined({ campaignId }) };
    const wish = alsoOf === undefined ? alone : await alsoWished(alone, alsoOf);
    return wishes.insertOnce(wish, async (tx) => {
      await media.markUsed(photos, tx);
      await joinWished(wish, caller, tx);
    });
  };
  let submitted = await insert();
  // An import took the number between its being drawn and written: the next one is drawn.
  while (!submitted) submitted = await insert();
  return { wish: await viewWish(submitted, caller, now, host) };
});

/** A minor's wish is the guardian's to agree to. */
function checkGuardian({ minor = false, guardianConsent = false }: Submission): void {
  if (!minor || guardianConsent) return;
  throw new DomainError('INVALID_INPUT', { details: { guardianConsent: '未成年人的心愿，请先征得监护人同意' } });
}

async function newWish(groupId: string, input: Submission, { caller, now, host, newId }: Context): Promise<NewWish> {
  const { content, category, village, consent, clientToken, wisher, photos = [] } = input;
  const minor = input.minor === true;
  const code = await nextCode(now);
  const by = submitter(input, caller);
  return {
    _id: newId(),
    code,
    rev: 1,
    status: 'submitted',
    statusSince: now,
    public: false,
    category,
    content,
    village,
    ...defined({ team: input.team }),
    groupId,
    ...by,
    wisher: { masked: maskedWisher(wisher.name, { content, minor }), sealed: sealContact(host, wisher) },
    consent,
    ...(minor ? { minor } : {}),
    photos,
    collectedAt: now,
    difficulty: 'medium',
    holder: { role: holderOf('submitted'), since: now },
    heldMs: {},
    stoppedMs: 0,
    outcomes: [],
    postOutcomes: [],
    timeline: [timelineLine(submittingAs(by, caller), caller, now, '提交', { photos })],
    reveals: [],
    terms: wishTerms({ content, code, village, minor }, wisher, host),
    clientToken,
  };
}

type Submitter = Pick<NewWish, 'channel' | 'submitterId' | 'selfSubmitted' | 'collectedBy' | 'behalfConsent'>;

/** Who brought the wish in, and for whom; a scribe records how the wisher agreed. */
function submitter(input: Submission, caller: Caller): Submitter {
  const { accountId: submitterId, representativeId, name } = caller;
  const channel = input.channel ?? (isStaff(caller) ? 'homeVisit' : 'self');
  if (channel === 'self' || !isStaff(caller)) return { channel, submitterId, selfSubmitted: true };
  return {
    channel,
    submitterId,
    selfSubmitted: false,
    ...(representativeId === undefined ? {} : { collectedBy: { representativeId, name } }),
    ...defined({ behalfConsent: input.behalfConsent }),
  };
}
