export default definePageConfig({ navigationBarTitleText: '每日群简报' });
