import { useState } from 'react';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Sheet } from '../../components/sheet';
import { call } from '../../platform/call';
import { become } from '../../platform/session';
import { toast } from '../../platform/toast';
import { OneLineForm } from './one-line-form';

/** For a representative's or a clerk's first time: the one-time code from 镇人大办. */
export function BindCard() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title="我是代表或工作人员">
      <Button id="bind" text="填邀请码，绑定身份" onPress={() => setOpen(true)} />
      <Sheet open={isOpen} title="绑定身份" onClose={() => setOpen(false)}>
        <OneLineForm
          id="invite-code"
          path="code"
          label="邀请码"
          hint="邀请码由镇人大办发给本人，只能用一次。"
          defaultValue=""
          maxLength={20}
          submitText="绑定"
          send={async (code) => {
            const { me } = await call('account.redeemInvite', { code });
            become(me);
            setOpen(false);
            toast('绑定成功');
          }}
        />
      </Sheet>
    </Card>
  );
}
