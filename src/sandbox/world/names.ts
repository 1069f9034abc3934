import type { WorldCustomer } from './world.ts';

/** Names of one language; `latin` is how an e-mail address spells a name. */
export interface NameStock {
  readonly first: readonly NameEntry[];
  readonly last: readonly NameEntry[];
  readonly countries: readonly string[];
}

/** A name and how an e-mail address spells it. */
export interface NameEntry {
  readonly shown: string;
  readonly latin: string;
  readonly gender?: 'F' | 'M';
}

function plain(gender: 'F' | 'M', names: string): NameEntry[] {
  return names.split(' ').map((shown) => ({ shown, latin: toLatin(shown), gender }));
}

function family(names: string): NameEntry[] {
  return names.split(' ').map((shown) => ({ shown, latin: toLatin(shown) }));
}

function pairs(names: string, gender?: 'F' | 'M'): NameEntry[] {
  return names.split(' ').map((pair) => {
    const [shown = '', latin = ''] = pair.split('/');
    return gender ? { shown, latin, gender } : { shown, latin };
  });
}

function toLatin(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}

/** Names by language. */
export const nameStocks: Readonly<Record<WorldCustomer['language'], NameStock>> = {
  en: {
    first: [
      ...plain(
        'F',
        'Abigail Beth Carmen Deborah Esther Fiona Grace Hazel Imogen Judith Kezia Lorna Mabel Nora',
      ),
      ...plain(
        'M',
        'Adrian Barnaby Callum Desmond Elliot Felix Graham Hector Ivor Jasper Keith Leonard Miles',
      ),
    ],
    last: family(
      "Appleby Birch Carrow Dunmore Everett Fairley Goodwin Hollis Ingram Jessop Kirkby Lockwood Marsh Norwood O'Dell Penrose Quayle Radley Stanmore Thirlby Underhill Wexford",
    ),
    countries: ['United States', 'United Kingdom', 'Canada', 'Ireland'],
  },
  es: {
    first: [
      ...plain('F', 'Alba Begoña Carla Elvira Inés Jimena Lucía Marisol Nuria Pilar Rocío'),
      ...plain('M', 'Álvaro Bruno César Darío Emilio Gonzalo Íñigo Joaquín Martín Óscar Tomás'),
    ],
    last: family(
      'Abreu Barrios Cárdenas Ferrer Galindo Ibáñez Lozano Muñoz Núñez Pizarro Quiroga Rincón Valdés',
    ),
    countries: ['Spain', 'Chile', 'Mexico', 'Argentina'],
  },
  fr: {
    first: [
      ...plain(
        'F',
        'Adèle Bérénice Chloé Delphine Éloïse Flore Hélène Inès Jeanne Léa Maïwenn Noémie Solène',
      ),
      ...plain('M', 'Aurélien Benoît Cédric Étienne Fabrice Gaël Hugo Joël Loïc Mathéo Noël Rémi Théo'),
    ],
    last: family(
      "Aubry Besson Carpentier Deschamps Évrard Fournel Guérin Huet Jolivet Lefèvre Mérieux Noël Pelletier Quéré Roussel Savary Thévenin L'Hostis Vasseur",
    ),
    countries: ['France', 'Belgium', 'Switzerland', 'Canada'],
  },
  ja: {
    first: [
      ...pairs(
        '彩香/ayaka 千尋/chihiro 恵美/emi 春菜/haruna 香織/kaori 真由/mayu 直子/naoko 里奈/rina 由紀/yuki',
        'F',
      ),
      ...pairs(
        '明/akira 大輔/daisuke 浩二/koji 誠/makoto 信夫/nobuo 亮/ryo 翔太/shota 達也/tatsuya 陽一/yoichi',
        'M',
      ),
    ],
    last: pairs(
      '青木/aoki 藤井/fujii 長谷川/hasegawa 石田/ishida 川口/kawaguchi 松本/matsumoto 中島/nakajima 大野/ohno 斎藤/saito 高橋/takahashi 上田/ueda 山下/yamashita',
    ),
    countries: ['Japan'],
  },
};
