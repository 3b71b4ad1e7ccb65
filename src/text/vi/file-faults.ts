import { sentences } from '../sentences.ts';

/** Why a file is not taken, shown or kept. */
export const fileFaults = sentences({
  file_store_unavailable: () =>
    'kho tệp tạm thời không trả lời; chưa có gì được lưu, hãy thử lại sau ít phút',
  file_contents_lost: () =>
    'nội dung tệp không còn trong kho; hãy báo người vận hành khôi phục từ bản sao lưu',
});
