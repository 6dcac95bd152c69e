import { z } from 'zod';
import { action } from '../../contract/action';
import { serve } from '../../cloudfunctions/kit/serve';
import { useCase } from '../../cloudfunctions/kit/use-case';
import { newSecrets } from '../../local/host/secrets';
import { localHost } from '../../local/host/local-host';

const logged: { level: string; line: Record<string, unknown> }[] = [];
const host = localHost({
  directory: '/nowhere',
  secrets: newSecrets(),
  demo: true,
  log: (level, line) => logged.push({ level, line }),
});
beforeEach(() => {
  logged.length = 0;
});

const output = z.object({ twice: z.number() });
const double = action({ access: 'anyone', input: z.object({ n: z.number('请填写数字') }), output });
const run = serve(
  {
    name: 'sum',
    useCases: {
      double: useCase(double, async ({ n }) => ({ twice: n * 2 })),
      burst: useCase(double, async () => {
        throw new Error('connect mongodb://secret@10.0.0.1 failed');
      }),
      leak: useCase(double, async ({ n }) => ({ twice: n, phone: '13959171093' })),
      staff: useCase(action({ access: ['admin'], input: z.object({}), output }), async () => ({ twice: 0 })),
    },
  },
  { host },
);

it('answers by the verb alone or in full', async () => {
  expect(await run({ action: 'double', data: { n: 2 } })).toEqual({ ok: true, data: { twice: 4 } });
  expect(await run({ action: 'sum.double', data: { n: 2 } })).toEqual({ ok: true, data: { twice: 4 } });
});

it.each(['nothing', 'constructor', 'other.double', '', undefined, 7, { double: 1 }])(
  'refuses the action %p',
  async (name) => {
    expect(await run({ action: name, data: { n: 2 } })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', details: { action: expect.stringContaining('没有这项操作') } },
    });
  },
);

it('names each wrong field with its reason', async () => {
  for (const data of [undefined, {}, { n: '2' }]) {
    expect(await run({ action: 'double', data })).toMatchObject({
      error: { code: 'INVALID_INPUT', details: { n: '请填写数字' } },
    });
  }
});

it('lets nothing out that the contract does not declare', async () => {
  expect(await run({ action: 'leak', data: { n: 1 } })).toEqual({ ok: true, data: { twice: 1 } });
});

it('tells a caller nothing of what broke, and the log everything under the same trace', async () => {
  const answer = await run({ action: 'burst', data: { n: 1 } });
  expect(JSON.stringify(answer)).not.toContain('mongodb');
  expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL', message: '服务开小差了，请稍后再试' } });
  const traceId = answer.ok ? '' : answer.error.traceId;
  expect(logged).toMatchObject([
    { level: 'error', line: { traceId, error: expect.stringContaining('secret@10.0.0.1') } },
  ]);
});

it('looks at who calls before it looks at what was sent', async () => {
  expect(await run({ action: 'staff', data: 'nonsense' })).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  expect(logged).toMatchObject([{ level: 'info', line: { code: 'UNAUTHENTICATED' } }]);
});

it('keeps in the log no more of an action than its name', async () => {
  for (const name of ['拨打13959171093', 'a'.repeat(900_000), { phone: '13959171093' }, 'nothing']) {
    await run({ action: name, data: {} });
  }
  expect(logged.map(({ line }) => line.action)).toEqual([undefined, undefined, undefined, 'nothing']);
  expect(JSON.stringify(logged).length).toBeLessThan(1000);
});
