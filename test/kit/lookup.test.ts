import { randomBytes } from 'node:crypto';
import { lookupTerm, lookupTerms } from '../../cloudfunctions/kit/lookup';
import { indexTerms, queryTerms } from '../../domain/search-terms';

const host = { contactKey: randomBytes(32) };

it('finds a wisher by the full name, the given name, the phone and its last four digits', () => {
  const terms = lookupTerms(host, { name: '王小红', phone: '13959171093' });
  expect(terms).toHaveLength(4);
  for (const [kind, text] of [
    ['name', '王小红'],
    ['name', ' 王 小红'],
    ['name', '小红'],
    ['phone', '13959171093'],
    ['phone', '１３９ ５９１７-１０９３'],
    ['phone', '1093'],
  ] as const) {
    expect(terms).toContain(lookupTerm(host, kind, text));
  }
  for (const [kind, text] of [
    ['name', '王'],
    ['name', '红'],
    ['name', '1093'],
    ['phone', '093'],
    ['phone', '小红'],
  ] as const) {
    expect(terms).not.toContain(lookupTerm(host, kind, text));
  }
});

it('knows family names of two characters', () => {
  const terms = lookupTerms(host, { name: '欧阳小红', phone: '0513-87651234' });
  expect(terms).toContain(lookupTerm(host, 'name', '小红'));
  expect(terms).toContain(lookupTerm(host, 'phone', '051387651234'));
});

it('makes a term from what there is', () => {
  expect(lookupTerms(host, { name: '王', phone: '' })).toEqual([lookupTerm(host, 'name', '王')]);
});

it('says nothing without the key, and another key says something else', () => {
  const terms = lookupTerms(host, { name: '王小红', phone: '13959171093' });
  expect(terms.join()).not.toMatch(/王|小红|1093/);
  expect(lookupTerms({ contactKey: randomBytes(32) }, { name: '王小红', phone: '13959171093' })).not.toEqual(terms);
});

it('is out of reach of any words that somebody searches for', () => {
  for (const term of lookupTerms(host, { name: '王小红', phone: '13959171093' })) {
    expect(term).toMatch(/^#[np][\w-]{16}$/);
    for (const made of [...queryTerms(term), ...indexTerms(term)]) expect(made).not.toContain('#');
  }
});
