import type { SeedRandom } from '../seed-random';

const ENGLISH_GIVEN =
  `Amelia Oliver Isla George Ava Harry Emily Noah Sophie Jack Grace Leo Lily Oscar Freya Charlie Ivy Jacob
Florence Thomas Willow Henry Rosie Alfie Evie James Poppy William Daisy Lucas Priya Arjun Anika Rohan Fatima Yusuf Aisha Omar Zofia
Jakub Marta Piotr Chloe Ethan Megan Callum Niamh Ewan Bronwen Rhys Chiara Marco Ines Tomas Adaeze Kwame Zainab Tunde Hannah Samuel`.split(
    /\s+/,
  );

const ENGLISH_FAMILY =
  `Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White
Roberts Green Hall Wood Jackson Clarke Khan Hughes Edwards Turner Hill Cooper Morris Moore Clark Harrison Ahmed Morgan Bell Murphy Kelly
Begum Shaw Simpson Marshall Kowalski Nowak Okafor Mensah Rossi Fernandes Singh Sharma Osei Adeyemi Fletcher Barnes Whitaker Ashworth
Pemberton Hargreaves Lockwood Sutcliffe Holloway Kershaw`.split(/\s+/);

const CHINESE_FAMILY = [
  ['王', 'Wang'],
  ['李', 'Li'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['陈', 'Chen'],
  ['杨', 'Yang'],
  ['赵', 'Zhao'],
  ['黄', 'Huang'],
  ['周', 'Zhou'],
  ['吴', 'Wu'],
  ['徐', 'Xu'],
  ['孙', 'Sun'],
  ['胡', 'Hu'],
  ['朱', 'Zhu'],
  ['高', 'Gao'],
  ['林', 'Lin'],
  ['何', 'He'],
  ['郭', 'Guo'],
  ['马', 'Ma'],
  ['罗', 'Luo'],
] as const;

const CHINESE_GIVEN = [
  ['思远', 'Siyuan'],
  ['雨桐', 'Yutong'],
  ['嘉怡', 'Jiayi'],
  ['子涵', 'Zihan'],
  ['浩然', 'Haoran'],
  ['欣妍', 'Xinyan'],
  ['俊杰', 'Junjie'],
  ['梓萱', 'Zixuan'],
  ['明轩', 'Mingxuan'],
  ['诗涵', 'Shihan'],
  ['晓峰', 'Xiaofeng'],
  ['静怡', 'Jingyi'],
  ['志强', 'Zhiqiang'],
  ['美玲', 'Meiling'],
  ['建国', 'Jianguo'],
  ['丽华', 'Lihua'],
  ['文博', 'Wenbo'],
  ['佳宁', 'Jianing'],
  ['天佑', 'Tianyou'],
  ['若曦', 'Ruoxi'],
  ['宇航', 'Yuhang'],
  ['雪莹', 'Xueying'],
  ['国栋', 'Guodong'],
  ['慧敏', 'Huimin'],
  ['凯文', 'Kaiwen'],
  ['晨曦', 'Chenxi'],
  ['海燕', 'Haiyan'],
  ['立新', 'Lixin'],
] as const;

export interface PersonName {
  full: string;
  locale: 'en' | 'zh';
  mailName: string;
}

/** Gives names that nobody in the organisation has yet; about a third are Chinese. */
export function nameGiver(random: SeedRandom): () => PersonName {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const name = random.chance(0.34) ? chineseName(random) : englishName(random);
      if (given.has(name.mailName)) continue;
      given.add(name.mailName);
      return name;
    }
  };
}

function englishName(random: SeedRandom): PersonName {
  const first = random.pick(ENGLISH_GIVEN);
  const last = random.pick(ENGLISH_FAMILY);
  return { full: `${first} ${last}`, locale: 'en', mailName: `${first}.${last}`.toLowerCase() };
}

function chineseName(random: SeedRandom): PersonName {
  const [family, familyLatin] = random.pick(CHINESE_FAMILY);
  const [first, firstLatin] = random.pick(CHINESE_GIVEN);
  return {
    full: `${family}${first} ${firstLatin} ${familyLatin}`,
    locale: 'zh',
    mailName: `${firstLatin}.${familyLatin}`.toLowerCase(),
  };
}
