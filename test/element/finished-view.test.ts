import { expect, waitUntil } from '@open-wc/testing';
import { appears, mount, press, read, runThrough, submitted } from './harness.ts';

describe('the finished view', () => {
  it('shows what was measured and what it means', async () => {
    const element = await mount();
    const accepted = submitted(element);
    await runThrough(element);
    await accepted;
    await element.updateComplete;
    const text = read(element, '[part=result]');
    for (const words of ['187 Mbit/s', '94,2 Mbit/s', 'sai số ± 1,8%', '6,2 ms', '24 ms', '31 ms', '0,9 ms'])
      expect(text).to.include(words);
    for (const words of ['IPv6 hoạt động', 'VNPT', 'Đà Nẵng (trong mạng của nhà mạng)', 'Gọi video tốt', '88 MB'])
      expect(text).to.include(words);
    expect(read(element, '[part=delivery]')).to.equal('Đã gửi và được điểm đo xác nhận. Cảm ơn bạn đã đóng góp!');
  });

  it('tells in plain words what may have bent the numbers', async () => {
    const element = await mount({ script: 'weak', attributes: { locale: 'en' } });
    await runThrough(element);
    expect(read(element, '.notes')).to.include('The page was hidden').and.include('blocks WebSocket');
    expect(read(element, '[part=result]'))
      .to.include('a rough estimate')
      .and.include('No IPv6')
      .and.include('HD films poor');
  });

  it('says of a partial result that it is one, and of what is missing that it was not measured', async () => {
    const element = await mount({ script: 'partial' });
    const result = await runThrough(element);
    expect(result.outcome).to.equal('partial');
    expect(read(element, '.notice')).to.include('bị ngắt giữa chừng');
    expect(read(element, '.rates [data-tone=upload]')).to.equal('Tải lên chưa đo được');
    expect(read(element, '.ipv6')).to.include('Chưa rõ về IPv6');
  });

  it('measures again on request', async () => {
    const element = await mount();
    const first = await runThrough(element);
    localStorage.setItem('i-speed-test-consent', 'an older text');
    await press(element, '[part=again]');
    await appears(element, '[part=agree]');
    await press(element, '[part=agree]');
    await waitUntil(() => element.result !== first);
    expect(element.result?.outcome).to.equal('complete');
  });
});
