import type { WishView } from '../../../contract/wish-views';
import { Card } from '../../components/card';
import { Timeline } from '../../components/timeline';
import { timeText } from '../../platform/dates';

/** What happened to a wish, the latest first; a photo that stands higher up on the page does not come again. */
export function WishHistory({ wish }: { wish: WishView }) {
  const shown = new Set([...wish.photos, ...(wish.result?.photos ?? [])].map(({ id }) => id));
  const steps = [...wish.timeline].reverse().map((line, index) => ({
    key: `${line.at}-${index}`,
    title: line.what,
    who: line.who,
    when: timeText(line.at),
    note: line.note,
    photos: line.photos.filter(({ id }) => !shown.has(id)),
  }));
  return (
    <Card title="办理经过">
      <Timeline steps={steps} />
    </Card>
  );
}
