import { View } from '@tarojs/components';
import { Button } from './button';
import { Sheet } from './sheet';
import './confirm-dialog.scss';

interface Props {
  open: boolean;
  title: string;
  text: string;
  confirmText: string;
  danger?: boolean | undefined;
  onConfirm: () => void | Promise<unknown>;
  onCancel: () => void;
}

/** Asks once more before what cannot be undone. */
export function ConfirmDialog({ open, title, text, confirmText, danger = false, onConfirm, onCancel }: Props) {
  return (
    <Sheet open={open} title={title} onClose={onCancel}>
      <View className="confirm__text">{text}</View>
      <Button kind={danger ? 'danger' : 'primary'} size="big" text={confirmText} onPress={onConfirm} />
      <View className="confirm__cancel">
        <Button text="先不" onPress={onCancel} />
      </View>
    </Sheet>
  );
}
