/** The page's own words, Vietnamese and, for engineers, English. What is said in the chat stays as it is. */
const ENGLISH = {
  'Tới ô nhắn tin': 'To the message box',
  'Người dân': 'Citizens',
  'Điện thoại của người dân': "The citizens' phone",
  'Đóng danh sách': 'Close the list',
  'Ai đang cầm máy?': 'Who holds the phone?',
  'Thêm người dân': 'Add a citizen',
  'Tên hoặc mã': 'Name or id',
  Thêm: 'Add',
  'Ba máy cạnh nhau': 'Three phones side by side',
  'Chọn người dân': 'Choose a citizen',
  'Vàm – Tổng đài tỉnh': 'Vàm – the province',
  'Đã xác thực': 'Verified',
  'Bỏ quan tâm': 'Unfollow',
  'Đang quan tâm. Chạm để bỏ.': 'Following. Tap to leave.',
  'Mất kết nối, đang nối lại…': 'Disconnected, trying again…',
  'Giới thiệu': 'About',
  'Độ mặn ở cống nhà mình, hồ sơ đã tới đâu, và lời báo kịp lúc khi nước mặn lên.':
    'The salt at your sluice, where your dossier is, and a word in time when the salt comes.',
  'Quan tâm': 'Follow',
  'Cuộc trò chuyện': 'Conversation',
  'Tin mới ↓': 'New messages ↓',
  'Câu hỏi nhanh': 'Quick questions',
  'Gửi ảnh hay tệp PDF': 'Send a photo or a PDF',
  'Gửi giấy hẹn': 'Send a receipt',
  'Gửi vị trí': 'Send a place',
  'Tin nhắn': 'Message',
  Gửi: 'Send',
  'Hậu trường': 'Backstage',
  'Cửa sổ nhắn tin': 'Messaging window',
  'Đường về trung tâm': 'The way to the hub',
  'Bật lại webhook': 'Enable the webhook',
  'Các sự kiện vừa gửi': 'Events just sent',
  'Gây sự cố': 'Make trouble',
  'Chuyện gì sẽ hỏng': 'What will fail',
  'Bao nhiêu lần': 'How often',
  'Cho hỏng': 'Let it fail',
  'Gửi vị trí của tôi': 'Send where I am',
  'Chạm vào bản đồ, dùng phím mũi tên, hoặc chọn một nơi.': 'Tap the map, use the arrow keys, or choose a place.',
  'Bản đồ sông Tiền. Phím mũi tên dời điểm, Enter gửi.': 'Map of the Tiền river. Arrow keys move the pin, Enter sends it.',
  'Gửi chỗ này': 'Send this place',
  'Một máy': 'One phone',
  'Vàm – ba máy cạnh nhau': 'Vàm – three phones side by side',
  'Điện thoại của {name}': 'The phone of {name}',
  'Người dân {id}': 'Citizen {id}',
  'Màn hình': 'Screen',
  'Theo máy': 'As the device',
  Sáng: 'Light',
  Tối: 'Dark',
  Đóng: 'Close',
  'Gửi giấy hẹn nào?': 'Which receipt is sent?',
  'Giấy hẹn do bộ phận một cửa mô phỏng in: như hình chụp, hoặc tệp PDF.': 'Receipts printed by the simulated one-stop office: as a photo, or as a PDF.',
  'Tệp PDF của {code}': 'The PDF of {code}',
  'Tệp {name}, {size}': 'File {name}, {size}',
  'Chưa lấy được giấy hẹn nào.': 'No receipt could be had.',
  'Mã truy cập hết hạn': 'Access token expires',
  'Gọi quá nhiều': 'Too many calls',
  'Máy chủ báo lỗi 500': 'Server error 500',
  'Trả lời chậm': 'Slow answer',
  'Đứt mạng sau khi nhận tin': 'Cut after accepting',
  'Đứt mạng trước khi nhận tin': 'Cut before accepting',
  'Webhook bị mất': 'Webhook is lost',
  'Webhook tới hai lần': 'Webhook comes twice',
  'Webhook đổi thứ tự': 'Webhook is reordered',
  'đã tới': 'arrived',
  'gửi lại': 'sent again',
  mất: 'lost',
  chờ: 'waits',
  'đang bật': 'on',
  'đã tắt': 'off',
  'Đã tới': 'Arrived',
  'Đang chờ': 'Waiting',
  'Gửi lại': 'Sent again',
  Mất: 'Lost',
  '{what}: còn {count}': '{what}: {count} left',
  'Miễn phí tới {time}': 'Free until {time}',
  'Tính phí tới {time}': 'Billed until {time}',
  'Đã đóng: tổng đài chưa được nhắn trước': 'Closed: the account may not write first',
  'Bạn là {name}': 'You are {name}',
  'Chưa gửi được: {why}': 'Not sent: {why}',
  'Bạn:': 'You:',
  'Tổng đài:': 'Account:',
  Ảnh: 'Photo',
  Tệp: 'File',
  'Vị trí': 'Place',
  'Vị trí của tôi': 'My place',
  'Đang quan tâm': 'Following',
  'Chưa quan tâm': 'Not following',
  '{count} tin chưa đọc': '{count} unread',
  'Hôm nay': 'Today',
  'Đã gửi': 'Sent',
  'Đã nhận': 'Received',
  'Đang gửi lại': 'Sending again',
  'Chưa tới nơi': 'Not delivered',
  'Thông báo qua số điện thoại': 'Notice by phone number',
  'Số điện thoại': 'Phone number',
  'Gửi thông tin': 'Submit',
  'Thông báo của Tổng đài': 'Notice of the account',
};
const STORED = 'vam-language';
const ATTRIBUTES = ['aria-label', 'title', 'placeholder'];
const places = [];

export const isEnglish = () => document.documentElement.lang === 'en';

/** In the language of the page; {gaps} are filled in. */
export function t(text, gaps = {}) {
  const said = isEnglish() ? ENGLISH[text] ?? text : text;
  return said.replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole);
}

/** Remembers where words of the page stand, before anything else is written into it. All pages of this browser change together. */
export function prepare(button, changed) {
  collect(document.documentElement);
  const speak = (language) => {
    document.documentElement.lang = language;
    for (const [set, words] of places) set(t(words));
    button.textContent = isEnglish() ? 'Tiếng Việt' : 'English';
    button.lang = isEnglish() ? 'vi' : 'en';
  };
  button.addEventListener('click', () => {
    const language = isEnglish() ? 'vi' : 'en';
    localStorage.setItem(STORED, language);
    speak(language);
    changed();
  });
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== STORED) return;
    speak(newValue === 'en' ? 'en' : 'vi');
    changed();
  });
  speak(localStorage.getItem(STORED) === 'en' ? 'en' : 'vi');
}

function collect(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) note(child.data.trim(), (words) => (child.data = words));
    if (child.nodeType === Node.ELEMENT_NODE) {
      for (const name of ATTRIBUTES) note(child.getAttribute(name), (words) => child.setAttribute(name, words));
      collect(child);
    }
  }
}

function note(words, set) {
  if (words && Object.hasOwn(ENGLISH, words)) places.push([set, words]);
}
