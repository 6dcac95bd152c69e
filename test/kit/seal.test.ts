import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { seal, unseal } from '../../cloudfunctions/kit/seal';

const key = randomBytes(32);

it('opens to what was sealed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (plain) => {
      expect(unseal(key, seal(key, plain))).toBe(plain);
    }),
  );
});

it('shows nothing of the text, and not that two texts are the same', () => {
  const plain = '王小红 13959171093';
  const sealed = [seal(key, plain), seal(key, plain)];
  expect(sealed[0]).not.toBe(sealed[1]);
  for (const text of sealed) expect(Buffer.from(text, 'base64').includes(Buffer.from('13959171093'))).toBe(false);
});

it('does not open when any byte has been changed or cut off', () => {
  const bytes = Buffer.from(seal(key, '王小红'), 'base64');
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
      expect(() => unseal(key, changed.toString('base64'))).toThrow();
      expect(() => unseal(key, bytes.subarray(0, at).toString('base64'))).toThrow();
    }),
  );
});

it('does not open with another key', () => {
  expect(() => unseal(randomBytes(32), seal(key, '王小红'))).toThrow();
});
