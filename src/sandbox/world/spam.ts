/** Mails nobody asked for: subject and text. */
export const spamMails: readonly (readonly [subject: string, text: string])[] = [
  [
    'Your domain listing has expired',
    'Dear webmaster, your directory entry ends today. Renew for only 99 a year.',
  ],
  ['Re: Re: Invoice overdue', 'Kindly open the attached document to avoid legal steps.'],
  [
    'Boost your ranking in 7 days',
    'We have looked at your site and found 14 critical faults. Shall we talk?',
  ],
  ['Congratulations!!!', 'You have been selected for a gift card. Confirm your address within 24 hours.'],
];
