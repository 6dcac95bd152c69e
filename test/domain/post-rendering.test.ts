import type { Caller, Role } from '../../domain/caller';
import { audienceOf, audiences, peopleInPhotos, renderingFor, type Audience } from '../../domain/post-rendering';

const minor = { showName: true, showPhoto: true, minor: true };
const shown = { showName: false, showPhoto: true, minor: false };
const unshown = { showName: false, showPhoto: false, minor: false };

/** The widest audience of the photos: without a wish, with one that agreed to photos, that did not, and a minor's. */
const table = [
  ['none', 'public', 'public', 'public', 'public'],
  ['agreed', 'public', 'public', 'group', 'internal'],
  ['group', 'group', 'group', 'group', 'internal'],
  ['unasked', 'internal', 'internal', 'internal', 'internal'],
  [undefined, 'public', 'public', 'internal', 'internal'],
] as const;

it('has a line for each thing that may be said of the people in the photos', () => {
  expect(table.map(([people]) => people)).toEqual([...peopleInPhotos, undefined]);
});

describe.each(table)('of people who are said to be “%s”', (people, ...widest) => {
  it.each([undefined, shown, unshown, minor].map((wish, index) => [wish, widest[index]] as const))(
    'with %j shows photos as far as %s',
    (wish, widestAudience) => {
      const consents = { ...(people ? { people } : {}), ...(wish ? { wish } : {}) };
      const far = audiences.filter((audience) => renderingFor(audience, consents).photos);
      expect(far).toEqual(audiences.slice(0, audiences.indexOf(widestAudience as Audience) + 1));
    },
  );
});

it('shows no photo of which nothing was said, where the words are about a child', () => {
  for (const wish of [undefined, shown]) {
    const consents = { aboutMinor: true, ...(wish ? { wish } : {}) };
    expect(audiences.map((audience) => renderingFor(audience, consents).photos)).toEqual([true, false, false]);
    expect(renderingFor('public', { ...consents, people: 'none' }).photos).toBe(true);
  }
});

it.each([
  [{ ...unshown, showName: true }, 'full', 'full', 'full'],
  [unshown, 'masked', 'masked', 'nobody'],
  [minor, 'minor', 'minor', 'minor'],
] as const)('names the wisher of %j', (wish, ...names) => {
  expect(audiences.map((audience) => renderingFor(audience, { wish }).name)).toEqual(names);
});

it('says which team of the village only inside', () => {
  expect(audiences.map((audience) => renderingFor(audience, {}).place)).toEqual(['team', 'village', 'village']);
});

it.each<[Role[], Audience]>([
  [['resident'], 'public'],
  [['resident', 'department'], 'public'],
  [['resident', 'representative'], 'internal'],
  [['resident', 'representative', 'liaison'], 'internal'],
  [['resident', 'presidium'], 'internal'],
  [['resident', 'admin'], 'internal'],
  [['resident', 'department', 'representative'], 'internal'],
])('counts %j among the audience “%s”', (roles, audience) => {
  const caller: Caller = { accountId: 'a', name: '', roles };
  expect(audienceOf(caller)).toBe(audience);
  expect(audienceOf(null)).toBe('public');
});
