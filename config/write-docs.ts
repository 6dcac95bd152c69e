/** `npm run docs`: writes the pages of docs/ that come from the code. */
import { writeFileSync } from 'node:fs';
import { wishLifePage, wishLifePath } from './wish-life';

writeFileSync(wishLifePath, wishLifePage());
