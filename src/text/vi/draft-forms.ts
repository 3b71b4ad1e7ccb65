/** What the forms of a draft share: the paper it rests on, and rows that are put in another order. */
export const draftForms = {
  decisionLead: 'Chưa có quyết định thì để trống. Khi ban hành, những gì ghi ở đây được điền sẵn.',
};
