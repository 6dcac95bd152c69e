import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '../../../contract/contract';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Chips } from '../../components/chips';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { call } from '../../platform/call';
import { messageOf } from '../../platform/call-error';
import { dial } from '../../platform/dial';
import './contact.scss';

const reasons = ['联系办理', '核实情况', '办结回访', '其他工作需要'].map((label) => ({ value: label, label }));

/** The wisher's name and phone, after saying what for. Every look is on record. */
export function Contact({ id }: { id: string }) {
  return (
    <Card title="心愿人的联系方式">
      <ContactDetails id={id} />
    </Card>
  );
}

/** The same without a frame, for a row of a list. */
export function ContactDetails({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const [contact, setContact] = useState<Output<'wish.reveal'> | null>(null);
  return (
    <>
      {contact ? (
        <View id="contact">
          <View className="contact__who">
            {contact.name} · {contact.phone}
          </View>
          {contact.address ? <View className="contact__who">{contact.address}</View> : null}
          <Button text="打电话" onPress={() => dial(contact.phone)} />
        </View>
      ) : (
        <Button id="reveal" text="查看联系方式" onPress={() => setOpen(true)} />
      )}
      <Sheet open={isOpen} title="查看联系方式" onClose={() => setOpen(false)}>
        <AskWhy
          id={id}
          onSeen={(seen) => {
            setOpen(false);
            setContact(seen);
          }}
        />
      </Sheet>
    </>
  );
}

function AskWhy({ id, onSeen }: { id: string; onSeen: (contact: Output<'wish.reveal'>) => void }) {
  const [why, setWhy] = useState<string | null>(null);
  const [failure, setFailure] = useState('');
  const look = async () => {
    if (why === null) return setFailure('请先选择查看原因');
    try {
      onSeen(await call('wish.reveal', { id, why }));
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <View>
      <Notice tone="plain" text="查看会留下记录，心愿人能看到是谁、为什么看的。" />
      <View className="contact__why">
        <Chips label="查看原因" options={reasons} value={why} onChange={setWhy} />
      </View>
      {failure ? <Notice tone="bad" text={failure} /> : null}
      <Button id="sheet-submit" kind="primary" size="big" text="查看" onPress={look} />
    </View>
  );
}
