/** Letters that the product sends by e-mail. */
export const letters = {
  invitationSubject: 'Lời mời sử dụng Minh Chứng',
  invitation: (name: string, link: string) => `Kính gửi ông/bà ${name},

Ông/bà được mời sử dụng Minh Chứng, phần mềm theo dõi chỉ số cải cách hành chính. Mở liên kết sau để đặt mật khẩu và bắt đầu:

${link}

Liên kết dùng được một lần, trong 7 ngày. Nếu ông/bà không chờ lời mời này, xin bỏ qua thư.
`,
  resetSubject: 'Đặt lại mật khẩu Minh Chứng',
  reset: (name: string, link: string) => `Kính gửi ông/bà ${name},

Có người xin đặt lại mật khẩu của tài khoản này. Nếu đó là ông/bà, mở liên kết sau:

${link}

Liên kết dùng được một lần, trong một giờ. Nếu không phải, xin bỏ qua thư; mật khẩu giữ nguyên.
`,
};
