export default definePageConfig({ navigationBarTitleText: '晒一单', enableShareAppMessage: true });
