import type { Phrases } from './topic.ts';

/** English texts. */
export const english: Phrases = {
  greeting: 'Hello,',
  farewell: 'Kind regards,',
  quoteLead: 'On {date}, {agent} wrote:',
  products: [
    'walking boots',
    'storm jacket',
    'two-person tent',
    'camp stove',
    'head lamp',
    'trail pack 40 L',
  ],
  praise: ['Quick and friendly, thank you!', 'Sorted in minutes.', ''],
  complaint: ['I had to ask three times.', 'Nobody read what I wrote; "please wait" is not an answer', ''],
  topics: [
    {
      category: 'Delivery',
      tags: ['delivery', 'carrier'],
      subject: 'Where is my order {order}?',
      customer: [
        'The tracking page for order {order} has not moved for six days. Can you find out where the parcel with the {product} is?',
        'Thanks. Should I be at home for it?',
        'It has just arrived, all in one piece.',
      ],
      agent: [
        'Sorry about that, {customer}. The carrier scanned the parcel at the wrong depot; it is on its way again and due in two working days.',
        'No need, the driver may leave it with a neighbour.',
      ],
      note: 'Carrier depot mix-up again, third this week. Claim opened.',
    },
    {
      category: 'Returns',
      tags: ['returns', 'size'],
      subject: 'Wrong size: {product}',
      customer: [
        'I ordered the {product} in order {order} and it is one size too small. How do I swap it?',
        'The label prints without a barcode, is that right?',
        'Parcel handed in this morning.',
      ],
      agent: [
        'Of course. You find the return label attached; once it is scanned we send the next size up.',
        'It should have one: here is a fresh label. Please use this one.',
      ],
      note: 'Old label template without barcode; told the web team.',
    },
    {
      category: 'Billing',
      tags: ['billing', 'vat'],
      subject: 'Invoice for {order} shows the wrong company',
      customer: [
        'Our accountant needs the invoice for {order} made out to the company, with the VAT number. Is this possible afterwards?',
        'It is GB 999 9999 73, the address stays the same.',
      ],
      agent: [
        'It is. Please send me the VAT number and the address as they should appear.',
        'Done: the corrected invoice is in your account under Documents.',
      ],
      note: 'Second correction for this customer: set company flag on the account.',
    },
    {
      category: 'Technical',
      tags: ['website', 'bug'],
      subject: 'Checkout stops at 3/4 <payment>',
      customer: [
        'Whenever I press "Pay & finish" the page says: error 7 < limit 10. I tried two browsers & my phone.',
        'Cleared the cache, same thing.',
        'Works now!',
      ],
      agent: [
        'Thank you for the details. Could you clear the cache once and tell me which browser you use?',
        'We found it: addresses with an apostrophe were refused. It has been put right just now.',
      ],
      note: "Address like O'Dell fails server-side validation.",
    },
    {
      category: 'Product',
      tags: ['question', 'stock'],
      subject: 'Is the {product} waterproof?',
      customer: [
        'Quick question before I buy: would the {product} survive a week of rain in the hills?',
        'Perfect, and when is the green one back?',
      ],
      agent: [
        'The fabric is rated for 10,000 mm, so a week of rain is fine. Treat the seams once a year.',
        'The next delivery is booked for the end of the month; I can put you on the list.',
      ],
      note: 'Add seam care to the product page?',
    },
    {
      category: 'Account',
      tags: ['account', 'password'],
      subject: 'Cannot sign in',
      customer: [
        'The link to choose a new password never arrives. I looked in the spam folder as well.',
        'Got it now, thank you.',
      ],
      agent: [
        'The address on file had a blank at its end, so nothing was delivered. I removed it and sent the link again.',
      ],
      note: 'Blank in the address again, came from the shop import.',
    },
    {
      category: 'Warranty',
      tags: ['warranty', 'vip'],
      subject: '{product} broke after two months',
      customer: [
        'The buckle of my {product} broke on its second trip. Order {order}, pictures attached.',
        'A replacement please, I leave on the 14th.',
        'Will it be here in time?',
      ],
      agent: [
        'That should not happen. Would you like it repaired or replaced?',
        'A new one leaves today by express, no charge.',
      ],
      note: 'Same buckle batch as last month, photos forwarded to purchasing.',
    },
  ],
};
