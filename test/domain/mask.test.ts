import fc from 'fast-check';
import { maskName, maskPhone } from '../../domain/mask';
import { maskPrivateNumbers } from '../../domain/private-number';

it.each([
  ['王小红', '王**'],
  [' 欧阳修 ', '欧**'],
  ['𠮷田', '𠮷**'],
  ['', '某居民'],
  ['  ', '某居民'],
])('shows %j as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it('shows no more of a name than its first character, and not how long it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'王李张小红明志国'), { minLength: 1, maxLength: 6 }), (name) => {
      expect(maskName(name.join(''))).toBe(`${name[0] ?? ''}**`);
    }),
  );
});

const aMobile = fc.stringMatching(/^1[3-9]\d{9}$/);

it('keeps at most seven digits of a phone number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,14}$/), (phone) => {
      const shown = maskPhone(phone);
      expect(shown).toContain('****');
      expect(shown.replace(/\D/g, '').length).toBeLessThanOrEqual(7);
    }),
  );
  expect(maskPhone('13959171093')).toBe('139****1093');
  expect(maskPhone('12345')).toBe('****');
});

it('leaves no phone number readable in a text, and the rest as it was', () => {
  const words = fc.array(fc.constantFrom(...'请打找我，。 '), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, aMobile, words, (before, mobile, after) => {
      expect(maskPrivateNumbers(`${before}${mobile}${after}`)).toBe(`${before}${maskPhone(mobile)}${after}`);
    }),
  );
  expect(maskPrivateNumbers('座机 0513-84561234，编号 2021000100')).toBe('座机 051****1234，编号 2021000100');
});
