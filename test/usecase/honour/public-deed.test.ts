import { showsPhotosToAll } from '../../../cloudfunctions/honour/public-deed';
import { newId } from '../../../cloudfunctions/kit/new-id';

const wish = { id: newId(), code: 'CJ-2021-0001', village: '刘胜村', content: '路灯坏了' };

it.each([
  [true, { text: '路灯修好了' }],
  [false, { text: '陪村里的孩子看书' }],
  [true, { text: '陪村里的孩子看书', people: 'none' as const }],
  [false, { text: '路灯修好了', people: 'unasked' as const }],
  [false, { text: '路灯修好了', people: 'group' as const }],
  // Its wish is not there any more.
  [false, { text: '路灯修好了', wish }],
])('shows photos in a public article as in the public feed: %s for %j', (shown, post) => {
  expect(showsPhotosToAll(post, undefined)).toBe(shown);
});
