import type { WishView } from '../../../contract/wish';
import { Card } from '../../components/card';
import { Timeline } from '../../components/timeline';
import { timeText } from '../../platform/dates';

/** What happened to a wish, the latest first. */
export function WishHistory({ wish }: { wish: WishView }) {
  const steps = [...wish.timeline].reverse().map((line, index) => ({
    key: `${line.at}-${index}`,
    title: line.what,
    who: line.who,
    when: timeText(line.at),
    note: line.note,
    photos: line.photos,
  }));
  return (
    <Card title="办理经过">
      <Timeline steps={steps} />
    </Card>
  );
}
