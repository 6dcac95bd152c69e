import { readFileSync } from 'node:fs';
import { wishLifePage, wishLifePath } from '../../config/wish-life';

it('docs/wish-life.md says what the tables of moves say (npm run docs writes it anew)', () => {
  expect(readFileSync(wishLifePath, 'utf8')).toBe(wishLifePage());
});
