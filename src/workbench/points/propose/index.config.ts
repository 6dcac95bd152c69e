export default definePageConfig({ navigationBarTitleText: '提出记分' });
