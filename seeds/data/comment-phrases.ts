export type CommentTopic =
  | 'store'
  | 'online'
  | 'chat'
  | 'collect'
  | 'delivery'
  | 'installation'
  | 'call'
  | 'repair'
  | 'complaint'
  | 'parts';

export interface CommentPhrases {
  products: readonly string[];
  /** How long people stand or hold, and how long they wait at home. */
  queues: readonly string[];
  waits: readonly string[];
  /** How a comment may begin and end; the empty one is the usual. */
  openings: Readonly<Record<'good' | 'bad', readonly string[]>>;
  closings: Readonly<Record<'good' | 'bad', readonly string[]>>;
  but: readonly string[];
  topics: Readonly<Record<CommentTopic, Readonly<Record<'good' | 'bad', readonly string[]>>>>;
}

/** {product}, {queue} and {wait} are filled in. Every topic sentence stands alone. */
export const ENGLISH: CommentPhrases = {
  products: [
    'fridge',
    'washing machine',
    'oven',
    'dishwasher',
    'induction hob',
    'tumble dryer',
    'coffee machine',
    'vacuum cleaner',
    'air purifier',
    'cooker hood',
    'freezer',
    'microwave',
  ],
  queues: ['twenty minutes', 'half an hour', 'forty minutes', 'an hour'],
  waits: ['three days', 'a week', 'ten days', 'two weeks'],
  openings: {
    good: [
      '',
      '',
      '',
      'Really pleased. ',
      'Thank you! ',
      'Could not ask for more. ',
      'Very happy. ',
    ],
    bad: [
      '',
      '',
      '',
      'Disappointing. ',
      'Not good enough. ',
      'I expected better. ',
      'Sorry to say this. ',
    ],
  },
  closings: {
    good: [
      '',
      '',
      '',
      ' I will be back.',
      ' Keep it up.',
      ' Would recommend to friends.',
      ' Best experience in years.',
    ],
    bad: [
      '',
      '',
      '',
      ' Please sort this out.',
      ' I will think twice next time.',
      ' Nobody apologised.',
      ' I might go elsewhere.',
    ],
  },
  but: ['That said: ', 'On the other hand: ', 'One thing though: ', 'Only drawback: '],
  topics: {
    store: {
      good: [
        'The adviser knew every {product} on the floor and never pushed the dearest one.',
        'I was greeted within a minute and left with exactly the {product} I needed.',
        'Tidy store, clear prices, and someone to show me how the {product} works.',
        'They measured my kitchen plan on the spot and saved me from buying the wrong {product}.',
        'The person at the till was cheerful even though the queue was long.',
        'Good to see the {product} running before paying for it.',
      ],
      bad: [
        'I waited {queue} before anyone came to the {product} section.',
        'The {product} on display had no price and nobody could tell me one.',
        'Only one till was open and the queue reached the door.',
        'The adviser kept talking about the extended warranty instead of the {product}.',
        'The website said the {product} was in stock but the store had none.',
        'The shop floor was crowded and hot, and nobody seemed to be in charge.',
      ],
    },
    online: {
      good: [
        'Comparing three models of {product} side by side made the choice easy.',
        'Checkout took less than two minutes on my phone.',
        'The filters are clear and the measurements of the {product} were right.',
        'I liked that the delivery date was shown before I paid.',
        'The photos and reviews of the {product} told me all I wanted to know.',
        'My basket was still there when I changed from phone to laptop.',
      ],
      bad: [
        'The payment page threw me out twice and I had to type everything again.',
        'Search for {product} shows spare parts first, which makes no sense.',
        'The discount code for the {product} was refused without saying why.',
        'The app froze when I tried to choose a delivery slot.',
        'The dimensions given for the {product} are not those on the box.',
        'I cannot find where to change my address after ordering.',
      ],
    },
    chat: {
      good: [
        'The adviser in the chat answered in seconds and sent a link to the right {product}.',
        'Patient answers to all my questions about the {product}.',
        'I sent a photo of my kitchen and got honest advice about the {product}.',
        'No copy-and-paste answers, it felt like talking to a person who cooks.',
        'They told me a cheaper {product} would do, which I appreciate.',
      ],
      bad: [
        'The chat went silent after {queue} and I had to start again.',
        'I got the same standard answer three times and still do not know if the {product} fits.',
        'The adviser clearly had not read what I wrote.',
        'I was told to call instead, so what is the chat for?',
        'I was passed between three people for one question about a {product}.',
      ],
    },
    collect: {
      good: [
        'My {product} was ready at the counter when I arrived.',
        'The text with the collection code came within the hour.',
        'In and out in five minutes, and they helped me load the car.',
        'The collection point is well signed and the staff were quick.',
      ],
      bad: [
        'I got the message that the {product} was ready but it was not there.',
        'Waited {queue} at the collection desk while two people chatted.',
        'The box was damaged and I had to insist on opening it.',
        'There is nowhere to park for collection of a {product}.',
      ],
    },
    delivery: {
      good: [
        'The drivers rang ahead, took their shoes off and carried the {product} up two floors.',
        'Arrived right in the promised window and they took the old {product} away.',
        'I could follow the van on the map and it came exactly on time.',
        'Careful with the walls, friendly, and no packaging left behind.',
        'They came back the same evening because the hallway was blocked at noon.',
        'Two polite people, five minutes, the {product} stands where it should.',
      ],
      bad: [
        'I took a day off and the {product} came {wait} late without a word.',
        'The slot was changed twice by text and nobody answered the phone.',
        'They left the {product} at the kerb although I had paid for delivery to the kitchen.',
        'The {product} has a dent on the side and the driver would not note it.',
        'Tracking said delivered, but nothing was delivered.',
        'The packaging was left all over the stairs for me to clear.',
      ],
    },
    installation: {
      good: [
        'The installer explained every programme of the {product} before leaving.',
        'Neat work, everything level, and the kitchen was cleaner than before.',
        'He found that the old valve leaked and replaced it without fuss.',
        'Arrived on time, tested the {product} twice and left a number to call.',
        'Difficult cut-out in a stone worktop, done to the millimetre.',
      ],
      bad: [
        'The installer came without the right parts for the {product} and had to return after {wait}.',
        'The {product} is not level and shakes the whole worktop.',
        'Nobody told me that the electrics were not included.',
        'There are scratches on the floor where the {product} was dragged.',
        'Two appointments were missed before anyone came.',
      ],
    },
    call: {
      good: [
        'One call, one person, problem with the {product} solved.',
        'She listened, repeated what I said and sent a confirmation at once.',
        'I hardly waited and the adviser rang back as promised.',
        'He knew my order without my having to spell it all out.',
        'Kind and clear, even though I was rather upset about the {product}.',
      ],
      bad: [
        'I was on hold for {queue} and then the line went dead.',
        'Every time I call I have to explain the story of my {product} from the start.',
        'I was promised a call back and it never came.',
        'The menu has so many options that I gave up twice.',
        'The adviser read from a script and could not decide anything.',
      ],
    },
    repair: {
      good: [
        'The technician found the fault in the {product} in ten minutes.',
        'Had the spare part in the van, so one visit was enough.',
        'He showed me how to keep the {product} from blocking again.',
        'Honest enough to say that a repair of the {product} was not worth the money.',
        'Came the day after I called. Our {product} runs like new.',
      ],
      bad: [
        'Third visit for the same fault and the {product} still leaks.',
        'I waited {wait} for a part that turned out to be the wrong one.',
        'The technician came at seven in the evening instead of the morning.',
        'Eighty pounds for a look at the {product} and no repair.',
        'Nobody told me the visit was cancelled.',
      ],
    },
    complaint: {
      good: [
        'My complaint was taken seriously and the refund arrived in two days.',
        'One person looked after the case to the end and kept me informed.',
        'They replaced the {product} without arguing.',
        'The apology sounded honest and the voucher was generous.',
      ],
      bad: [
        'It took {wait} and four mails to get my own money back.',
        'The refund for the {product} is short by the delivery charge.',
        'I get a new case number each time and nobody reads the old one.',
        'I was told to wait for a decision and heard nothing since.',
      ],
    },
    parts: {
      good: [
        'The seal for a nine-year-old {product} was there the next day.',
        'They knew the part number from my description alone.',
        'Small part, small price, no fuss.',
      ],
      bad: [
        'The shelf for my {product} has been on back order for {wait}.',
        'I was sent the part for another {product} and had to pay the return.',
        'A plastic handle should not cost forty pounds.',
      ],
    },
  },
};
