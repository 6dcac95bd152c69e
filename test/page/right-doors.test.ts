import { doorFor, rightDoors } from '../../src/features/wish/right-doors';

it.each([
  ['我家隔壁着火了', 'danger'],
  // A blank within a word is a slip of typing.
  ['老人被 骗 了三万块', 'danger'],
  ['老人被骗了三万块', 'danger'],
  ['工地拖欠工资半年了', 'legalAid'],
  ['征地补偿一直没有给', 'petition'],
  ['孤寡老人想申请低保', 'relief'],
  ['要投诉楼下饭店油烟', 'hotline'],
  ['桥头的路灯坏了两个月', null],
  ['想给孩子找一位辅导作业的老师', null],
  ['', null],
])('%s belongs to %s', (content, key) => {
  expect(doorFor(content)?.key ?? null).toBe(key);
});

it('shows the most pressing door where several match', () => {
  expect(doorFor('要投诉，店里打人')?.key).toBe('danger');
});

it('gives every door a next step, a reply within the contract’s length, and whole numbers to call', () => {
  for (const { nextStep, reply, phones } of rightDoors) {
    expect(nextStep).not.toBe('');
    expect(reply.length).toBeLessThanOrEqual(200);
    for (const { number } of phones) expect(number).toMatch(/^\d{3,5}$/);
  }
});

it('lets no word name two doors', () => {
  const words = rightDoors.flatMap((door) => door.words);
  expect(new Set(words).size).toBe(words.length);
});
