// Why a message was rejected, in Vietnamese: what the hub says in English stands here by its pattern.

import { currentLanguage } from './words.js';

const PATTERNS = [
  [/^a device of the configuration; its id matches (.+)$/, 'một thiết bị có trong cấu hình; mã thiết bị theo mẫu $1'],
  [/^a number such as (.+)$/, 'một số, như $1'],
  [/^a number$/, 'một số'],
  [/^a number from (.+) to (.+)$/, 'một số từ $1 đến $2'],
  [/^a number, to which the base value is added$/, 'một số, để cộng với giá trị gốc'],
  [/^a number or a name of at most (\d+) letters, such as (.+)$/, 'một số hoặc một tên không quá $1 chữ, như $2'],
  [/^a number of the probe, which says that it failed or is switched off$/, 'trị số của đầu đo; đầu đo báo hỏng hoặc đang tắt'],
  [/^a whole number$/, 'một số nguyên'],
  [/^a whole number since 1970, or the end of the line, before this$/, 'trước chỗ này là thời điểm tính từ 1970 bằng số nguyên, hoặc hết dòng'],
  [/^a version from 1 to (\d+)$/, 'phiên bản từ 1 đến $1'],
  [/^a value such as (.+) or "text" before this$/, 'trước chỗ này là một giá trị, như $1 hoặc "chữ"'],
  [/^a value such as (.+) or "text"$/, 'một giá trị, như $1 hoặc "chữ"'],
  [/^a value for each tag, and each tag once$/, 'mỗi thẻ một giá trị, mỗi thẻ một lần'],
  [/^a blank and a field behind the tags$/, 'sau các thẻ là dấu cách và một trường'],
  [/^a field such as (.+)$/, 'một trường, như $1'],
  [/^a line such as (.+)$/, 'một dòng, như $1'],
  [/^a comma and a name in double quotes, or }$/, 'dấu phẩy và một tên trong ngoặc kép, hoặc }'],
  [/^a name in double quotes, or }$/, 'một tên trong ngoặc kép, hoặc }'],
  [/^a name, or an alias that a birth heard before has announced; found neither of them$/, 'một tên, hoặc bí danh mà bản tin birth trước đó đã báo; không có cả hai'],
  [/^a name, or an alias that a birth heard before has announced; found alias (\d+)$/, 'một tên, hoặc bí danh mà bản tin birth trước đó đã báo; gặp bí danh $1'],
  [/^a mapping that says what it is, such as (.+)$/, 'cấu hình phải cho biết đây là đại lượng gì, như $1'],
  [/^a unit in the device's description that (\S+) can be told in, such as (.+), or one in the source's mapping$/, 'đơn vị đo của $1, như $2, trong mô tả của thiết bị hoặc trong cấu hình của nguồn'],
  [/^a topic of Frigate, such as (\S+) or (\S+)$/, 'một chủ đề của Frigate, như $1 hoặc $2'],
  [/^an event of (.+), such as up$/, 'một sự kiện của $1, như up'],
  [/^a device of kind camera$/, 'một thiết bị loại camera'],
  [/^a kind: (.+)$/, 'một loại trạm: $1'],
  [/^(\S+), the kind of this device$/, '$1, là loại của thiết bị này'],
  [/^a text of 1 to (\d+) characters$/, 'một chuỗi từ 1 đến $1 ký tự'],
  [/^a text$/, 'một chuỗi chữ'],
  [/^a record: an object$/, 'mỗi bản ghi là một đối tượng'],
  [/^a sane clock of what is historical$/, 'giờ đúng cho số liệu cũ'],
  [/^a sealed copy of version (.+)$/, 'bản niêm phong phiên bản $1'],
  [/^a payload that is not compressed$/, 'nội dung không nén'],
  [/^an escape such as (\S+) or (\S+)$/, 'ký tự thoát, như $1 hoặc $2'],
  [/^at least one of (.+)$/, 'ít nhất một trong: $1'],
  [/^at least one record$/, 'ít nhất một bản ghi'],
  [/^at least one sample with a sane clock$/, 'ít nhất một mẫu có giờ đúng'],
  [/^at most (\d+) levels, numbers of (\d+), names of (\d+), texts of (\d+) characters, (\d+) tokens$/, 'không quá $1 tầng, số $2 chữ số, tên $3 ký tự, chuỗi $4 ký tự, $5 phần'],
  [/^at most (\d+) levels, (\d+) items$/, 'không quá $1 tầng, $2 phần'],
  [/^at most (\d+) devices in a message, found (\d+)$/, 'không quá $1 thiết bị trong một bản tin, gặp $2'],
  [/^at most (\d+) names and values$/, 'không quá $1 tên và giá trị'],
  [/^at most (\d+) metrics$/, 'không quá $1 số đo'],
  [/^at most (\d+) bytes$/, 'không quá $1 byte'],
  [/^at most (\d+) messages a minute of a device$/, 'không quá $1 bản tin một phút của một thiết bị'],
  [/^at most (\d+) lanes and directions of a device$/, 'không quá $1 làn và chiều mỗi thiết bị'],
  [/^an id with no number plate and no telephone number in it$/, 'một mã không chứa biển số xe hay số điện thoại'],
  [/^bytes in base64$/, 'byte viết theo base64'],
  [/^channels of this device$/, 'các kênh của thiết bị này'],
  [/^decoded fields; give the device profile a codec, or the device one of (.+)$/, 'các trường đã giải mã; hãy đặt codec cho hồ sơ thiết bị, hoặc cho thiết bị một trong: $1'],
  [/^each name once in an object$/, 'mỗi tên một lần trong một đối tượng'],
  [/^fPort (.+) of a (\S+)$/, 'fPort $1 của $2'],
  [/^(\S+): version 5 of the convention; versions 3 and 4 are not understood$/, '$1: phiên bản 5 của quy ước; phiên bản 3 và 4 thì không hiểu'],
  [/^(vam\/\S+|homie\/\S+|application\/\S+|spBv1\.0\/#)$/, 'chủ đề $1'],
  [/^(PREFIX\/\S+), as ONVIF has it$/, 'chủ đề $1 theo ONVIF'],
  [/^(spBv1\.0\/GROUP\/TYPE\/NODE), and \/DEVICE behind it where TYPE begins with D$/, 'chủ đề $1, thêm /DEVICE khi TYPE bắt đầu bằng D'],
  [/^init, ready, sleeping, disconnected or lost$/, 'init, ready, sleeping, disconnected hoặc lost'],
  [/^JSON, this is protobuf: set json=true below (.+)$/, 'JSON, đây lại là protobuf: đặt json=true trong $1'],
  [/^line breaks and control characters written as (.+)$/, 'xuống dòng và ký tự điều khiển viết là $1'],
  [/^more bytes of a (\S+), there are (\d+)$/, 'thêm byte của $1, mới có $2'],
  [/^no groups$/, 'không có nhóm (group)'],
  [/^no label that ends with _: it must be understood, and is not$/, 'không có nhãn kết thúc bằng _: nhãn ấy bắt buộc phải hiểu, mà ở đây không hiểu'],
  [/^(?:a|one) JSON object$/, 'một đối tượng JSON'],
  [/^one JSON array$/, 'một danh sách JSON'],
  [/^one JSON object or array$/, 'một đối tượng hoặc danh sách JSON'],
  [/^one CBOR array$/, 'một danh sách CBOR'],
  [/^one whole CBOR array, with each key once in a map$/, 'một danh sách CBOR trọn vẹn, mỗi khoá một lần'],
  [/^one whole payload of Sparkplug B, in protobuf$/, 'một bản tin Sparkplug B trọn vẹn, theo protobuf'],
  [/^one version in the whole pack$/, 'một phiên bản cho cả gói'],
  [/^one of (.+), or (.+)$/, 'một trong: $1 hoặc $2'],
  [/^one of (.+)$/, 'một trong: $1'],
  [/^online or offline$/, 'online hoặc offline'],
  [/^pairs of hexadecimal digits, such as (.+)$/, 'từng cặp chữ số hệ mười sáu, như $1'],
  [/^records of (\d+) bytes$/, 'từng bản ghi $1 byte'],
  [/^texts? in UTF-8$/, 'chữ viết theo UTF-8'],
  [/^texts of at most (\d+) bytes$/, 'chuỗi không quá $1 byte'],
  [/^the bytes of the probes the header names$/, 'đủ byte của các đầu đo ghi ở phần đầu'],
  [/^the camera's name$/, 'tên của camera'],
  [/^the event's own id$/, 'mã riêng của sự kiện'],
  [/^the number of the connection it ends$/, 'số của kết nối mà bản tin này kết thúc'],
  [/^the topic's device$/, 'đúng thiết bị trong chủ đề'],
  [/^the uplink as a JSON object$/, 'bản tin lên là một đối tượng JSON'],
  [/^the end of the message behind (?:it|the array|the object)$/, 'hết bản tin sau phần này'],
  [/^v as a number, vs as a text, vb as true or false, vd as bytes$/, 'v là số, vs là chữ, vb là true hoặc false, vd là byte'],
];

/** Whole sentences; everything else begins with "expected". */
const SENTENCES = [
  [/^the message ends too early$/, 'bản tin bị cắt giữa chừng'],
  [/^at most (\d+) bytes are taken$/, 'chỉ nhận tối đa $1 byte'],
  [/^(\d+) bytes, at most (\d+) are taken$/, 'dài $1 byte, chỉ nhận tối đa $2'],
  [/^expected, with the base name, 1 to 256 letters, digits and -:\.\/_ that begin with a letter or digit$/, 'cần, cùng với tên gốc, 1 đến 256 chữ, số và -:./_ bắt đầu bằng chữ hoặc số'],
  [/^a topic has at most (\d+) characters$/, 'chủ đề dài không quá $1 ký tự'],
  [/^no decoder for source (.+)$/, 'nguồn $1 không có bộ giải mã'],
  [/^only its size was kept: the rest may not be written down, or was too much$/, 'chỉ giữ lại kích thước: phần còn lại không được ghi ra, hoặc quá nhiều'],
];

function match(patterns, text) {
  const found = patterns.find(([pattern]) => pattern.test(text));
  return found ? text.replace(...found) : null;
}

function inVietnamese(text) {
  const [, line, column, rest] = /^line (\d+), column (\d+): (.+)$/s.exec(text) ?? [];
  if (rest) {
    const words = inVietnamese(rest);
    return words && `dòng ${line}, cột ${column}: ${words}`;
  }
  const needed = text.startsWith('expected ') && match(PATTERNS, text.slice('expected '.length));
  return needed ? `cần ${needed}` : match(SENTENCES, text);
}

/** What to show, and in which language it is: English where nobody wrote it in Vietnamese. */
export function detailOf(text) {
  const vietnamese = currentLanguage() === 'vi' ? inVietnamese(text) : null;
  return vietnamese ? { text: vietnamese, lang: 'vi' } : { text, lang: 'en' };
}
