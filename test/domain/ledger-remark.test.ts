import fc from 'fast-check';
import { readRemark, writeRemark } from '../../domain/ledger-remark';
import { resolutions } from '../../domain/wish';

const text = fc.string({ unit: fc.constantFrom(...'老人不便出门，已联系村医。=+-@[]() ') });

describe('what stands behind a remark', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        text.map((remark) => remark.trim()),
        fc.option(fc.constantFrom(...resolutions), { nil: undefined }),
        fc.option(text, { nil: undefined }),
        fc.array(fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }), { maxLength: 4 }),
        (remark, resolved, reason, items) => {
          const given = {
            ...(remark === '' ? {} : { remark }),
            ...(resolved === undefined ? {} : { resolved }),
            ...(reason === undefined ? {} : { reason }),
          };
          const counted = items.some((count) => count !== undefined);
          expect(readRemark(writeRemark({ ...given, items }))).toEqual({ ...given, ...(counted ? { items } : {}) });
        },
      ),
    );
  });

  it('leaves a remark alone that only looks like it', () => {
    expect(readRemark('【是否解决：不好说】')).toEqual({ remark: '【是否解决：不好说】' });
    expect(readRemark('【村里】老人')).toEqual({ remark: '【村里】老人' });
  });
});
