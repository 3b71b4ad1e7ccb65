import { sentences } from '../sentences.ts';

/** What is wrong with a file of published results. */
export const publishedFaults = sentences({
  published_format: () => 'phải là "minhchung/published@1"',
  published_name_blank: () => 'tên không được để trống',
  published_year: () => 'năm phải là số nguyên, không để trong ngoặc kép',
  published_place: () => 'phải là số nguyên từ 1 trở lên, không để trong ngoặc kép',
  published_method: () => 'cách xếp hạng phải là dense, competition hoặc ordinal',
  published_group_of: () => 'chỉ nhận giá trị "all": nhóm gồm tất cả các phần',
});
