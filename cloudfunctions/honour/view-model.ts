import type { ModelView } from '../../contract/honour';
import { figuresOf, type Figure } from '../../domain/article';
import type { Caller } from '../../domain/caller';
import { isLate, monthSpan } from '../../domain/model';
import { allowedModelActions, followsModel } from '../../domain/model-moves';
import { defined } from '../kit/defined';
import { viewPhotos } from '../kit/view-photos';
import type { Context } from '../kit/use-case';
import * as deeds from '../store/deeds';
import * as groups from '../store/groups';
import type { ModelDoc } from '../store/models';
import { photoChoices, visiblePhotos } from './article-photos';
import { asModel, signersOf } from './move-model';
import { countedOf } from './public-deed';

type Viewing = Pick<Context<Caller | null>, 'caller' | 'now' | 'host'>;

/** A model as this caller sees it: the only way in which a stored one leaves the server. */
export async function viewModel(model: ModelDoc, { caller, now, host }: Viewing): Promise<{ model: ModelView }> {
  const follows = followsModel(model, caller);
  const { groupId, month, status, representativeId, representative, title, text, rev } = model;
  const [signers, names, [photos = []]] = await Promise.all([
    follows ? signersOf(groupId) : { leaders: [], presidium: [] },
    groups.namesById(),
    visiblePhotos([model.photos]),
  ]);
  const allowed = follows ? allowedModelActions(asModel(model), caller, signers) : [];
  const live = await liveOf(model, allowed.includes('save'));
  const photosOf = await viewPhotos(host, [...photos, ...live.choices]);
  return {
    model: {
      id: model._id,
      month,
      groupId,
      groupName: names.get(groupId) ?? '',
      status,
      title,
      text,
      figures: live.figures,
      photos: photosOf(photos),
      photoChoices: photosOf(live.choices),
      isLate: isLate(month, status, now),
      allowed,
      timeline: [],
      rev,
      ...defined({ representativeId, representative, publishedAt: model.publishedAt?.toISOString() }),
      ...(follows ? history(model) : {}),
    },
  };
}

/** What only those read who work on it. */
const history = ({ reason, sentBack, drafted, signed, timeline }: ModelDoc) => ({
  timeline: timeline.map(({ at, who, what, note }) => ({ at: at.toISOString(), who, what, ...defined({ note }) })),
  ...defined({
    reason,
    sentBack,
    draftedBy: drafted?.who,
    signedBy: signed?.who,
    signedAt: signed?.at.toISOString(),
  }),
});

/** The figures as they are now, or as they were when the article was published. */
async function liveOf(model: ModelDoc, maySave: boolean): Promise<{ figures: Figure[]; choices: string[] }> {
  if (model.figures) return { figures: model.figures, choices: [] };
  if (model.representativeId === undefined) return { figures: [], choices: [] };
  const done = await deeds.ofMonth(model.representativeId, monthSpan(model.month));
  const choices = maySave ? await photoChoices(done.posts) : [];
  return { figures: figuresOf(countedOf(done)), choices: choices.map(({ id }) => id) };
}
