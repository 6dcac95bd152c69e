export default definePageConfig({ navigationBarTitleText: '编制活动方案' });
