export default definePageConfig({ navigationBarTitleText: '最美代表' });
