import { useState } from 'react';
import { Button } from '../../../components/button';
import { Sheet } from '../../../components/sheet';
import { FilingForm } from '../../../features/campaign/filing-form';
import { call } from '../../../platform/call';
import type { DoDutyAct } from './duty-acts';

const TITLE = '归入主题实践活动';

/** For a duty that was filed under the wrong 主题实践活动, or under none. */
export function FilingButton({ id, act }: { id: string; act: DoDutyAct }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const seenAfter = async (file: () => Promise<unknown>) => {
    await file();
    return call('duty.get', { id });
  };
  return (
    <>
      <Button id="act-file" text={TITLE} onPress={() => setOpen(true)} />
      <Sheet open={isOpen} title={TITLE} onClose={close}>
        <FilingForm
          kind="duty"
          id={id}
          send={(file) => act('已改好归入的主题实践活动。', () => seenAfter(file), true)}
          onDone={close}
        />
      </Sheet>
    </>
  );
}
