import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { toast } from '../../platform/toast';
import { isH5 } from '../../platform/transport';

/** WeChat gives leave for one message at a time; the inbox has them all in any case. */
async function subscribe(template: string): Promise<void> {
  try {
    const answer = await Taro.requestSubscribeMessage({
      tmplIds: [template],
      // Alipay's field, which the typing wants as well.
      entityIds: [],
    });
    const isOn = Object.entries(answer).some(([asked, said]) => asked === template && said === 'accept');
    toast(isOn ? '已开启，下一次有事会在微信里提醒您' : '没有开启，通知仍会出现在这里');
  } catch {
    toast('现在开启不了，通知仍会出现在这里');
  }
}

/** 开启微信提醒: where WeChat is the host and the town has a message template. */
export function WechatReminders({ template }: { template: string | undefined }) {
  if (isH5 || template === undefined) return null;
  return (
    <Card>
      <View>开启后，下一次有事会在微信里提醒您。微信每次只允许提醒一次，看过以后可以再开。</View>
      <Button id="subscribe" text="开启微信提醒" onPress={() => subscribe(template)} />
    </Card>
  );
}
