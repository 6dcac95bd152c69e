export default definePageConfig({ navigationBarTitleText: '晒单海报', enableShareAppMessage: true });
