/** docs/wish-life.md: the tables of moves as diagrams and lists. `npm run docs` writes it; a test says when it is stale. */
import { join } from 'node:path';
import { orderStatusLabels, statusLabels } from '../domain/labels';
import { orderActorLabels, orderMoves, type OrderMoveRule } from '../domain/order-moves';
import { actorLabels } from '../domain/wish-actors';
import { moves, type MoveRule } from '../domain/wish-moves';

interface Line {
  name: string;
  action: string | null;
  from: readonly string[];
  to: readonly string[];
  who: string;
  what: string;
  guard: string;
}

type Labels = Record<string, string>;

const wishLines: Line[] = Object.entries<MoveRule>(moves).map(([name, rule]) => ({
  name,
  action: rule.action === null ? null : rule.action.includes('.') ? rule.action : `wish.${rule.action}`,
  from: rule.from,
  to: [rule.to, rule.orTo].flatMap((status) => status ?? []),
  who: actorLabels[rule.actor],
  what: rule.line,
  guard: rule.guard ?? '',
}));

const orderLines: Line[] = Object.entries<OrderMoveRule>(orderMoves).map(([name, rule]) => ({
  name,
  action: rule.action === null ? null : `order.${rule.action}`,
  from: rule.from,
  to: rule.to === null ? [] : [rule.to],
  who: orderActorLabels[rule.actor],
  what: rule.line,
  guard: rule.guard ?? '',
}));

function diagram(lines: readonly Line[], labels: Labels, first: string): string {
  const states = Object.entries(labels).map(([code, label]) => `  ${code}: ${label}`);
  const arrows = new Map<string, string[]>();
  for (const { from, to, what } of lines) {
    for (const [origin, target] of from.flatMap((origin) => to.map((target) => [origin, target] as const))) {
      const arrow = `  ${origin} --> ${target}`;
      if (origin !== target) arrows.set(arrow, [...(arrows.get(arrow) ?? []), what]);
    }
  }
  const drawn = [...arrows].map(([arrow, whats]) => `${arrow}: ${[...new Set(whats)].join(' / ')}`);
  return ['```mermaid', 'stateDiagram-v2', ...states, `  [*] --> ${first}`, ...drawn, '```'].join('\n');
}

function table(lines: readonly Line[], labels: Labels): string {
  const rows = lines.map(({ name, action, from, to, who, what, guard }) => {
    const said = (statuses: readonly string[]): string => statuses.map((status) => labels[status] ?? status).join('、');
    const target = to.length === 0 ? '不变' : said(to);
    const origin = said(from);
    return `| \`${name}\` | ${action === null ? '自动' : `\`${action}\``} | ${origin} | ${target} | ${who} | ${what} | ${guard === '' ? '' : `\`${guard}\``} |`;
  });
  return ['| 变动 | 操作 | 从 | 到 | 谁 | 办理经过里写 | 条件 |', '|---|---|---|---|---|---|---|', ...rows].join('\n');
}

/** The page, ready to be written. */
export const wishLifePage = (): string =>
  [
    '# 心愿和交办单的一生',
    '',
    '由 `npm run docs` 从 `domain/wish-moves.ts` 和 `domain/order-moves.ts` 生成，请改那里，不要改这里。条件见 `domain/wish-guards.ts`。',
    '',
    '## 心愿',
    '',
    diagram(wishLines, statusLabels, 'submitted'),
    '',
    table(wishLines, statusLabels),
    '',
    '## 交办单',
    '',
    diagram(orderLines, orderStatusLabels, 'issued'),
    '',
    table(orderLines, orderStatusLabels),
    '',
  ].join('\n');

export const wishLifePath = join(__dirname, '../docs/wish-life.md');
