export default definePageConfig({ navigationBarTitleText: '主题实践活动' });
