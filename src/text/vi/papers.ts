/** Fixed wording of official papers (Nghị định 30/2020/NĐ-CP, Phụ lục I); the law knows it in Vietnamese only. */
export const papers = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (number: string, symbol: string) => `Số: ${number}/${symbol}`,
  subject: (abstract: string) => `V/v ${abstract}`,
  placeAndDate: (place: string, day: string, month: string, year: string) =>
    `${place}, ngày ${day} tháng ${month} năm ${year}`,
  addressee: (name: string) => `Kính gửi: ${name}`,
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  draft: 'DỰ THẢO',
  annex: 'Phụ lục',
};
