import * as departments from '../../../cloudfunctions/store/departments';
import { anOrder, anOrderThatIs, anOrderTown, orderOf, type OrderTown } from './cast';
import { aWishThatIs } from '../../support/town';

let town: OrderTown;
beforeAll(async () => {
  town = await anOrderTown();
});
afterAll(() => town.functions.close());

describe('order.get', () => {
  it('is for the department, the presidium, the 跟踪代表 and the group’s liaison; to others it is not there', async () => {
    const { id } = await anOrder(town);
    const { functions, cast } = town;
    for (const who of ['department', 'presidium', 'member', 'liaison'] as const) {
      expect((await functions.call('order.get', { id }, cast[who].token)).order.id).toBe(id);
    }
    for (const who of ['builders', 'otherMember', 'otherLiaison', 'resident', 'admin'] as const) {
      expect(await functions.refusal('order.get', { id }, cast[who].token)).toBe('NOT_FOUND');
    }
    expect(await functions.refusal('order.get', { id: 'nothing' }, cast.presidium.token)).toBe('NOT_FOUND');
  });

  it('shows a department neither the wisher’s name nor a number, and those who deal with the wish all of it', async () => {
    const { functions, cast } = town;
    const content = '我叫王小红，电话 13959171093，村口的路灯坏了';
    const wishId = await aWishThatIs('claimed', functions, cast, { content });
    const { id } = await anOrder(town, { wishId, reason: '请与王小红联系，13959171093' });
    const seen = async (who: 'department' | 'presidium' | 'member') =>
      (await functions.call('order.get', { id }, cast[who].token)).order;
    expect(await seen('department')).toMatchObject({
      reason: '请与王**联系，139****1093',
      wish: { content: '我叫王**，电话 139****1093，村口的路灯坏了' },
    });
    for (const who of ['presidium', 'member'] as const) {
      expect(await seen(who)).toMatchObject({ reason: '请与王小红联系，13959171093', wish: { content } });
    }
    const { items } = await functions.call('order.list', { scope: 'mine', limit: 1 }, cast.department.token);
    expect(JSON.stringify(items)).not.toMatch(/王小红|13959171093/);
  });

  it('hides the school of a minor from a department', async () => {
    const { functions, cast } = town;
    const wishId = await aWishThatIs('claimed', functions, cast, {
      content: '孩子在刘胜小学读书，想要一盏台灯',
      minor: true,
      guardianConsent: true,
    });
    const { id } = await anOrder(town, { wishId });
    const { order } = await functions.call('order.get', { id }, cast.department.token);
    expect(order.wish.content).not.toContain('刘胜小学');
    expect(order.wish.content).toContain('某学校');
  });

  it('is overdue once its day of signing in, or of answering, has passed', async () => {
    const [issued, accepted] = [await anOrder(town), await anOrderThatIs('accepted', town)];
    const isLate = async (id: string) => (await orderOf(town, id)).overdue;
    expect([await isLate(issued.id), await isLate(accepted)]).toEqual([false, false]);
    town.functions.clock.now = new Date('2021-07-02T16:00:00Z');
    expect([await isLate(issued.id), await isLate(accepted)]).toEqual([true, false]);
    town.functions.clock.now = new Date('2021-07-12T16:00:00Z');
    expect(await isLate(accepted)).toBe(true);
    town.functions.clock.now = new Date('2021-07-01T02:00:00Z');
  });
});

describe('order.list', () => {
  it('gives a department its own by pages, the newest first, and the presidium the town’s', async () => {
    const { functions, cast } = town;
    const made: string[] = [];
    for (const minute of [1, 2, 3, 4, 5]) {
      functions.clock.now = new Date(`2021-07-01T03:0${minute}:00Z`);
      made.unshift((await anOrder(town, { departmentId: 'd3' })).id);
    }
    const other = (await anOrder(town, { departmentId: 'd2' })).id;
    await functions.call('order.accept', { id: made[1] ?? '' }, cast.farming.token);
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const input = { scope: 'mine' as const, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const page = await functions.call('order.list', input, cast.farming.token);
      pages.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual([made.slice(0, 2), made.slice(2, 4), made.slice(4)]);

    const accepted = await functions.call('order.list', { scope: 'mine', status: 'accepted' }, cast.farming.token);
    expect(accepted.items.map(({ id }) => id)).toEqual([made[1]]);
    const ofTown = await functions.call('order.list', { scope: 'town', limit: 50 }, cast.presidium.token);
    expect(ofTown.items.map(({ id }) => id)).toEqual(expect.arrayContaining([...made, other]));
  });

  it('keeps the town from a department, and a department’s from who is of none', async () => {
    const { refusal } = town.functions;
    const { cast } = town;
    expect(await refusal('order.list', { scope: 'town' }, cast.department.token)).toBe('FORBIDDEN');
    expect(await refusal('order.list', { scope: 'mine' }, cast.presidium.token)).toBe('FORBIDDEN');
    for (const who of ['resident', 'member', 'liaison', 'admin'] as const) {
      expect(await refusal('order.list', { scope: 'mine' }, cast[who].token)).toBe('FORBIDDEN');
    }
    const cursor = { scope: 'town', cursor: 'nonsense' };
    expect(await refusal('order.list', cursor, cast.presidium.token)).toBe('INVALID_INPUT');
  });

  it('reads a page through an index, however many orders there are', async () => {
    await departments.saveAll([{ _id: 'd4', name: '社会管理服务中心', order: 4 }]);
    const { functions, cast } = town;
    for (let made = 0; made < 30; made += 1) await anOrder(town, { departmentId: 'd4' });
    const before = functions.examined();
    await functions.call('order.list', { scope: 'mine', limit: 2 }, cast.farming.token);
    // Three orders, two wishes, the departments and the caller.
    expect(functions.examined() - before).toBeLessThan(20);
  });
});
