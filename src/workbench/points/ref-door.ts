/** Where one sees what points were given or taken for. */
import type { Ref, RefKind } from '../../../domain/points';
import { refThing } from '../../../domain/points-proposal';
import { open } from '../../platform/navigate';
import { routes } from '../../platform/routes';

const doors = {
  wish: { text: '看心愿', route: routes.wishDetail },
  post: { text: '看晒单', route: routes.postDetail },
  order: { text: '看交办单', route: routes.order },
  model: { text: '看典型事迹', route: routes.article },
  duty: { text: '看履职活动', route: routes.duty },
  proposal: { text: '看提议和证明', route: routes.proposals },
  award: { text: '看评选', route: routes.award },
  period: null,
} as const satisfies Record<RefKind, { text: string; route: string } | null>;

export interface RefDoor {
  text: string;
  onPress: () => void;
}

/** null where there is no page of it: a quarter, or the month of a rule that counts absences. */
export function refDoor({ kind, id }: Ref): RefDoor | null {
  const door = doors[kind];
  const thing = kind === 'wish' || kind === 'post' || kind === 'duty' ? refThing(id) : id;
  if (!door || (kind === 'duty' && /^\d{4}-\d{2}$/.test(thing))) return null;
  return { text: door.text, onPress: () => open(door.route, { id: thing }) };
}
