import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Pressable } from '../../components/pressable';
import { Sheet } from '../../components/sheet';
import { doorFor, rightDoors, type RightDoor } from '../../features/wish/right-doors';
import { dial } from '../../platform/dial';
import './right-doors.scss';

/** The way in, at the top of the form: nobody has to go through it. */
export function RightDoorLink({ onPress }: { onPress: () => void }) {
  return (
    <Pressable id="right-door-link" className="right-doors__link" onPress={onPress}>
      不确定该不该提？看看该找谁
    </Pressable>
  );
}

interface SheetProps {
  open: boolean;
  onClose: () => void;
}

/** 这件事该找谁: a matter pressed shows its next step. */
export function RightDoorSheet({ open, onClose }: SheetProps) {
  const [opened, setOpened] = useState<RightDoor['key'] | null>(null);
  return (
    <Sheet open={open} title="这件事该找谁" onClose={onClose}>
      {rightDoors.map((door) => (
        <View key={door.key} className="right-doors__door">
          <Pressable
            id={`door-${door.key}`}
            className="right-doors__matter"
            label={`${door.matter}，找${door.door}`}
            onPress={() => setOpened(opened === door.key ? null : door.key)}
          >
            <View className="right-doors__name">{door.matter}</View>
            <View className="right-doors__examples">{door.examples}</View>
            <View className="right-doors__who">找 {door.door}</View>
          </Pressable>
          {opened === door.key ? <NextStep door={door} /> : null}
        </View>
      ))}
      <Button id="door-wish" kind="primary" size="big" text="是个小心愿，继续许愿" onPress={onClose} />
    </Sheet>
  );
}

function NextStep({ door: { nextStep, phones } }: { door: RightDoor }) {
  return (
    <View className="right-doors__next">
      <View>{nextStep}</View>
      <View className="right-doors__phones">
        {phones.map(({ name, number }) => (
          <View key={number} className="right-doors__phone">
            <Button text={`${name} ${number}`} label={`拨打${name}电话 ${number}`} onPress={() => dial(number)} />
          </View>
        ))}
      </View>
    </View>
  );
}

/** Shows itself when the words of the wish name a door; one that was dismissed stays away. */
export function RightDoorHint({ content }: { content: string }) {
  const [dismissed, setDismissed] = useState<RightDoor['key'][]>([]);
  const door = doorFor(content);
  if (!door || dismissed.includes(door.key)) return null;
  return (
    <View id="right-door-hint" className="right-doors__hint">
      <Notice tone="plain" text={`这像是“${door.matter}”，请找${door.door}，会更快。`} />
      <NextStep door={door} />
      <Button
        id="right-door-dismiss"
        text="是个小心愿，继续许愿"
        onPress={() => setDismissed([...dismissed, door.key])}
      />
    </View>
  );
}
