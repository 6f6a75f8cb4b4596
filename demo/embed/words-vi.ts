import type { Words } from './words.ts';

const BANNER_STAYS = 'Banner cũ của trang, như khi chưa nhúng.';

export const vietnamese: Words = {
  tag: 'vi',
  title: 'Nhúng phép đo tốc\u00a0độ vào trang của bạn',
  lead: 'Chọn vài mục, xem thử, chép đoạn mã, rồi kiểm tra trang. Khoảng mười phút, không cần cài gì.',
  home: 'Trang trình diễn',
  steps: { choose: 'Chọn', look: 'Xem thử', copy: 'Chép vào trang', check: 'Kiểm tra trang của bạn' },
  groups: {
    form: 'Cách nhúng',
    place: 'Trang của bạn',
    looks: 'Hiển thị',
    banner: 'Banner cũ (hiện khi không đo được)',
  },
  forms: {
    script: { name: 'Script', about: 'Nên dùng. Luôn là bản mới nhất.' },
    'script-pinned': {
      name: 'Script ghim mã băm (SRI)',
      about: 'Chỉ chạy đúng bản này. Có bản mới thì phải chép lại, trước đó trang hiện banner cũ.',
    },
    'own-worker': {
      name: 'Script, worker trên máy chủ của bạn',
      about: 'Khi chính sách bảo mật của trang không cho phép blob:.',
    },
    iframe: { name: 'Khung iframe', about: 'Khi hệ quản trị nội dung không cho thêm script.' },
  },
  fields: {
    collector: { name: 'Máy chủ thu thập', hint: 'Ví dụ https://collector.example.vn' },
    site: { name: 'Mã trang', hint: 'Chữ thường a–z, số, dấu chấm, gạch nối. Không phải mật khẩu.' },
    province: { name: 'Tỉnh, thành phố' },
    layout: { name: 'Dạng' },
    size: { name: 'Kích thước banner' },
    locale: { name: 'Ngôn ngữ' },
    plan: { name: 'Gói đo' },
    kiosk: { name: 'Tên kiosk', hint: 'Ví dụ hall-3. Bỏ trống thì kiosk không báo tình trạng.' },
    accent: { name: 'Màu chính', hint: 'Dạng #rrggbb. Bỏ trống: xanh mặc định.' },
    radius: { name: 'Bo góc (px)', hint: '0 đến 60. Bỏ trống: 20.' },
    workerSrc: { name: 'Đường dẫn tệp worker trên máy chủ của bạn' },
    bannerLink: { name: 'Liên kết' },
    bannerImage: { name: 'Ảnh' },
    bannerText: { name: 'Chữ thay ảnh' },
  },
  layouts: { card: 'Thẻ', banner: 'Banner', kiosk: 'Kiosk' },
  options: {
    noProvince: 'Để người dân chọn',
    fullWidth: 'Rộng hết chỗ có',
    pageLanguage: 'Theo ngôn ngữ của trang',
    personChooses: 'Để người dân chọn',
    plans: { standard: 'Luôn chuẩn', saver: 'Luôn tiết kiệm dữ liệu', thorough: 'Luôn đo kỹ' },
  },
  mistakes: {
    'not-a-choice': 'Không có lựa chọn này.',
    'not-an-address': 'Hãy viết một địa chỉ, như https://collector.example.vn.',
    'not-an-id': 'Chỉ dùng chữ thường a–z, số, dấu chấm, gạch nối; bắt đầu bằng chữ hoặc số; dài nhất 63 ký tự.',
    'not-a-colour': 'Hãy viết màu dạng #rrggbb, như #b3261e.',
    'not-a-radius': 'Hãy viết một số từ 0 đến 60.',
    'not-own': 'Hãy viết đường dẫn trên chính máy chủ của bạn, như /js/engine-worker.js.',
    missing: 'Khung iframe cần mã trang.',
  },
  pickColour: 'Chọn màu chính',
  lowContrast: 'Màu này quá nhạt trên nền trắng; người mắt kém sẽ khó đọc.',
  noColoursInFrame: 'Trong khung iframe không đổi được màu và bo góc.',
  preview: {
    note: 'Đây là phép đo thật. Kết quả đo thử không được gửi đi.',
    wrong: 'Hãy sửa các mục được đánh dấu để xem thử và chép mã.',
  },
  copy: {
    html: 'HTML',
    htmlAbout: 'Dán vào chỗ của banner cũ.',
    css: 'CSS',
    cssAbout: 'Dán vào tệp .css của trang.',
    worker: 'Tệp worker',
    workerAbout: 'Tải tệp này, đặt lên máy chủ của bạn tại đường dẫn bên dưới. Khi script có bản mới, hãy tải lại.',
    download: 'Tải engine-worker.js',
    height: 'Tự chỉnh chiều cao khung (không bắt buộc)',
    heightAbout: 'Lưu thành một tệp .js của trang rồi thêm bằng thẻ script.',
    policy: 'Content-Security-Policy',
    policyAbout:
      'Chỉ cần khi trang đã có Content-Security-Policy. Thêm các nguồn này vào dòng cùng tên; chưa có dòng đó thì dùng mục 4 để biết dòng đầy đủ.',
    trustedTypes: 'Nếu chính sách của trang có require-trusted-types-for, thêm cả dòng này:',
    pinned: 'Mã băm vừa được đọc từ máy chủ thu thập.',
    button: 'Chép',
    copied: 'Đã chép',
    byHand: 'Đã bôi đen, hãy nhấn Ctrl+C',
    waiting: 'Đang đọc từ máy chủ thu thập…',
    noCollector: 'Không đọc được từ máy chủ thu thập này. Hãy kiểm tra địa chỉ, hoặc thử lại sau.',
    noPoints: 'Máy chủ thu thập này chưa có điểm đo nào.',
  },
  check: {
    about:
      'Trình duyệt không đọc được tiêu đề HTTP của trang khác. Hãy chạy lệnh dưới đây rồi dán kết quả vào ô, hoặc dán dòng Content-Security-Policy, cấu hình máy chủ, hay HTML của trang.',
    url: 'Địa chỉ trang',
    urlWrong: 'Hãy viết địa chỉ đầy đủ, như https://cong.example.gov.vn/.',
    pasted: 'Tiêu đề HTTP, chính sách hoặc HTML của trang',
    pastedHint: 'Chỉ đọc ngay trong trình duyệt này, không gửi đi đâu.',
    commands: 'Lệnh',
    headersCommand: 'Lấy tiêu đề HTTP (trong PowerShell viết curl.exe):',
    doctorCommand: 'Hoặc để máy tự kiểm tra, trong thư mục mã nguồn:',
    verdict: {
      fine: 'Không có gì cản trở. Phép đo sẽ chạy.',
      limited: 'Phép đo sẽ chạy, nhưng không đầy đủ.',
      blocked: 'Trang đang chặn phép đo.',
      nothing: 'Không thấy tiêu đề HTTP nào trong phần đã dán.',
    },
    noPolicy: 'Trang không có Content-Security-Policy.',
    rung: 'Cách chạy',
    rungs: {
      'worker-file': 'worker trên máy chủ của bạn',
      'blob-worker': 'worker có sẵn trong script',
      iframe: 'khung iframe của máy chủ thu thập',
      banner: 'không chạy, banner cũ ở lại',
      nothing: 'không chạy, khung trống',
    },
    visitor: 'Người dùng thấy',
    todo: 'Cần làm',
    cure: ({ directive }, { n, of, where }) => {
      const place = where === 'meta' ? 'thẻ meta' : 'tiêu đề HTTP';
      const which = of > 1 ? `chính sách thứ ${n} (${place})` : place;
      return `Sửa dòng ${directive} trong ${which} thành:`;
    },
  },
  findings: {
    'mixed-content': {
      title: 'Trang là https, máy chủ thu thập là http',
      seen: BANNER_STAYS,
      todo: 'Dùng địa chỉ https của máy chủ thu thập. Không dòng chính sách nào thay được việc này.',
    },
    'mixed-points': {
      title: 'Trang là https, nhưng có điểm đo chỉ là http',
      seen: '“Không kết nối được với điểm đo nào.”',
      todo: 'Báo cho đơn vị vận hành máy chủ thu thập: điểm đo phải có https.',
    },
    upgraded: {
      title: 'upgrade-insecure-requests đổi địa chỉ http thành https',
      seen: BANNER_STAYS,
      todo: 'Dùng máy chủ thu thập và điểm đo có https, hoặc bỏ upgrade-insecure-requests.',
    },
    'sandbox-scripts': { title: 'sandbox không cho chạy script', seen: BANNER_STAYS },
    'sandbox-origin': {
      title: 'sandbox không giữ tên miền của trang',
      seen: 'Phép đo chạy, nhưng kết quả không được tính cho trang của bạn và lịch sử không được giữ.',
    },
    script: { title: 'Script không được phép tải', seen: BANNER_STAYS },
    'script-nonce': {
      title: '“strict-dynamic” bỏ qua tên máy chủ trong script-src',
      seen: BANNER_STAYS,
      todo: 'Thêm nonce của trang vào thẻ script (nonce="…", máy chủ tạo mới mỗi lần), hoặc chọn “Script ghim mã băm”.',
    },
    'integrity-policy': {
      title: 'Integrity-Policy chỉ nhận script có mã băm',
      seen: BANNER_STAYS,
      todo: 'Chọn “Script ghim mã băm (SRI)”.',
    },
    'trusted-types': { title: 'trusted-types chưa có tên của phép đo', seen: BANNER_STAYS },
    parts: {
      title: 'Phần tải sau của script không được phép',
      seen: 'Phép đo chạy, nhưng kết quả chỉ có một câu; banner và kiosk hiện thành thẻ; không có tiếng Anh.',
    },
    worker: {
      title: 'Worker không được phép chạy',
      seen: 'Bước kế tiếp của thang: worker có sẵn trong script, khung iframe của máy chủ thu thập, sau cùng là banner cũ (xem “Cách chạy”).',
    },
    'worker-coep': {
      title: 'Trang tự cách ly (COEP): tệp worker cũng phải tự cách ly',
      seen: 'Nếu thiếu, tệp worker bị từ chối.',
      todo: 'Kiểm tra máy chủ gửi cùng tiêu đề Cross-Origin-Embedder-Policy với tệp worker.',
    },
    frame: { title: 'Khung iframe không được phép', seen: 'Một ô trống.' },
    'frame-coep': {
      title: 'Trang tự cách ly (COEP): khung cũng phải tự cách ly',
      seen: 'Trong trình duyệt không nhận khung của máy chủ thu thập: một ô trống.',
      todo: 'Xem thử trang trong các trình duyệt, hoặc chọn một cách nhúng bằng script.',
    },
    'frame-ancestors': {
      title: 'Máy chủ thu thập không cho trang này đặt khung của mã trang đó',
      seen: 'Một ô trống.',
      todo: 'Đề nghị đơn vị vận hành máy chủ thu thập ghi địa chỉ trang này cho mã trang, hoặc kiểm tra lại mã trang.',
    },
    collector: { title: 'Không được gọi máy chủ thu thập', seen: '“Không liên lạc được với hệ thống đo.”' },
    points: { title: 'Không được gọi điểm đo', seen: '“Không kết nối được với điểm đo nào.”' },
    sockets: {
      title: 'Không được mở WebSocket tới điểm đo',
      seen: 'Phép đo chạy; độ trễ đo qua HTTP, kém chính xác hơn.',
    },
    families: {
      title: 'Không được gọi tên riêng IPv4, IPv6 của điểm đo',
      seen: 'Phép đo chạy; không biết đường truyền có IPv6 hay không.',
    },
    permissions: {
      title: 'Permissions-Policy tắt nút chia sẻ hoặc nút chép',
      seen: 'Phép đo chạy; chia sẻ kết quả bất tiện hơn.',
      todo: 'Không bắt buộc: cho phép clipboard-write và web-share.',
    },
  },
  command: {
    usage:
      'Cách dùng: npm run doctor -- https://trang… --collector https://… [--form script|script-pinned|own-worker|iframe] [--layout card|banner|kiosk] [--site …] [--worker-src /js/engine-worker.js] [--locale vi|en]',
    redirected: (url) => `chuyển hướng tới ${url}`,
    unreachable: (url, why) => `Không đọc được ${url}: ${why}`,
    read: (url, status) => `đã đọc ${url} (mã ${status})`,
    cut: 'Chỉ đọc 512 kB đầu của trang.',
  },
};
