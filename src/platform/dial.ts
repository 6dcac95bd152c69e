import Taro from '@tarojs/taro';

/** Brings up the phone with this number; whoever thinks better of it there is simply back on the page. */
export async function dial(phoneNumber: string): Promise<void> {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch {
    // WeChat calls a cancelled call a failure.
  }
}
