export default definePageConfig({ navigationBarTitleText: '晒单详情', enableShareAppMessage: true });
