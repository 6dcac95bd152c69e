/** What people most often have to say, when they report (举报) and when they hide. */
export const reportReasons = ['泄露个人隐私', '照片没有征得本人同意', '内容不属实', '广告骚扰', '言语不文明'] as const;

export const hideReasons = [
  '涉及个人隐私',
  '照片没有征得本人同意',
  '内容与事实不符',
  '广告或无关内容',
  '言语不文明',
] as const;
