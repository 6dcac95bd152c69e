export default definePageConfig({ navigationBarTitleText: '召集履职活动' });
