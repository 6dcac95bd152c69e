/** A mini-program written by hand, as WeChat's own documentation would write it, to try the harness on. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const files: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['pages/list/index', 'pages/mine/index', 'pages/form/index'],
    subPackages: [{ root: 'work', pages: ['detail/index'] }],
    tabBar: {
      list: [
        { pagePath: 'pages/list/index', text: '列表' },
        { pagePath: 'pages/mine/index', text: '我的' },
      ],
    },
    window: { navigationBarTitleText: '样例' },
  }),
  'app.js': `App({ onLaunch() { wx.cloud.init({ env: 'try' }) } })`,

  'pages/list/index.json': JSON.stringify({ enablePullDownRefresh: true, usingComponents: { card: '/parts/card' } }),
  'pages/list/index.wxml': `
    <view wx:for="{{items}}" wx:key="id"><card id="card-{{item.id}}" title="{{item.title}}" bindopen="open" data-id="{{item.id}}" /></view>
    <view class="refused">{{refused}}</view>
    <view class="page">{{page}}</view>
    <button class="share" open-type="share" data-id="7">分享</button>`,
  'pages/list/index.js': `
    Page({
      data: { items: [], refused: '', page: 1 },
      onLoad() { this.load() },
      load() {
        return wx.cloud.callFunction({ name: 'wish', data: { action: 'list', page: this.data.page } }).then(
          (answer) => this.setData({ items: answer.result.items }),
          (error) => this.setData({ refused: error.errMsg }),
        )
      },
      open(event) { wx.navigateTo({ url: '/work/detail/index?id=' + event.currentTarget.dataset.id + '&name=' + encodeURIComponent('王&') }) },
      onPullDownRefresh() { return this.load().then(() => wx.stopPullDownRefresh()) },
      onReachBottom() { this.setData({ page: this.data.page + 1 }) },
      onShareAppMessage(from) { return { title: from.from, path: '/work/detail/index?id=' + (from.target ? from.target.dataset.id : 0) } },
    })`,

  'parts/card.json': JSON.stringify({ component: true }),
  'parts/card.wxml': `<view class="card" bindtap="tap">{{title}}</view>`,
  'parts/card.js': `Component({ properties: { title: String }, methods: { tap() { this.triggerEvent('open', {}) } } })`,

  'pages/mine/index.json': '{}',
  'pages/mine/index.wxml': `<view class="shown">{{shown}}</view><view class="to-form" bindtap="toForm">填写</view>`,
  'pages/mine/index.js': `
    Page({
      data: { shown: 0 },
      onShow() { this.setData({ shown: this.data.shown + 1 }) },
      toForm() { wx.navigateTo({ url: '../form/index' }) },
    })`,

  'pages/form/index.json': '{}',
  'pages/form/index.wxml': `
    <input class="name" maxlength="4" bindinput="name" />
    <switch class="agree" bindchange="agree" />
    <picker class="kind" range="{{['甲', '乙']}}" bindchange="kind"><view>选择</view></picker>
    <radio-group bindchange="score"><label class="good"><radio value="good" />好</label><label class="poor"><radio value="poor" />差</label></radio-group>
    <view class="save" bindtap="save">提交</view>
    <view class="said">{{said}}</view>`,
  'pages/form/index.js': `
    Page({
      data: { said: '' },
      name(event) { this.filled = Object.assign(this.filled || {}, { name: event.detail.value }) },
      agree(event) { this.filled.agree = event.detail.value },
      kind(event) { this.filled.kind = event.detail.value },
      score(event) { this.filled.score = event.detail.value },
      save() {
        const page = this
        wx.chooseMedia({
          count: 1,
          mediaType: ['image'],
          success(chosen) {
            wx.cloud.uploadFile({
              cloudPath: 'photo.jpg',
              filePath: chosen.tempFiles[0].tempFilePath,
              success(file) { page.setData({ said: JSON.stringify(Object.assign({ photo: file.fileID }, page.filled)) }) },
            })
          },
          fail(error) { page.setData({ said: error.errMsg }) },
        })
      },
    })`,

  'work/detail/index.json': JSON.stringify({ navigationBarTitleText: '详情' }),
  'work/detail/index.wxml': `<view class="id">{{id}} {{name}}</view><view class="browser">{{browser}}</view><view class="back" bindtap="back">返回</view>`,
  'work/detail/index.js': `
    const { read } = require('../read')
    Page({ data: { id: '', name: '' }, onLoad(query) { this.setData(read(query)) }, back() { wx.navigateBack() } })`,
  'work/read.js': `exports.read = ({ id, name = '' }) => ({ id, name, browser: typeof window + typeof document + typeof process })`,
};

/** Writes the mini-program, with some files changed, into a new folder. */
export function writeFixture(changes: Record<string, string> = {}): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mini-program-'));
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}
