/** Paragraphs that stand in for `[[5 en]]` in the sample pages. */
const WORDS: Record<string, string[]> = {
  en: [
    "The decision came after eleven weeks of talks, and after two of the three companies had said that they would leave if nothing changed. It takes effect in the autumn, when the summer timetable ends.",
    "“We asked for one thing, and we asked for it four times,” said Ilse Harmon, who runs the smaller of the two yards. Her company employs 140 people, most of whom live within walking distance of the gate.",
    "Figures that the authority gave out on Monday show 4,212 movements in the year, 9% fewer than in the year before, while the average stay rose from 31 to 44 hours.",
    "Nobody expects the dispute to be over by then. A second study is due in June, and the court has yet to say whether the first one may be used at all.",
    "In the villages upstream the mood is calmer; people there have seen three such plans come and go, the last of them in 2011, and they kept the drawings.",
    "The authority said that it would publish the contracts, with prices taken out, before the end of the month.",
  ],
  de: [
    "Die Entscheidung fiel nach elf Wochen, in denen zwei der drei Betreiber mit ihrem Abzug gedroht hatten. Sie gilt von Oktober an, wenn der Sommerfahrplan endet.",
    "„Wir haben um eine einzige Sache gebeten, und zwar viermal“, sagt Ilse Harmon, die den kleineren der beiden Betriebe leitet. Dort arbeiten 140 Menschen, die meisten wohnen in der Nähe.",
    "Nach Zahlen der Behörde gab es im vergangenen Jahr 4.212 Bewegungen, neun Prozent weniger als im Jahr davor; die mittlere Liegezeit stieg von 31 auf 44 Stunden.",
    "Dass der Streit bis dahin beigelegt ist, glaubt niemand. Ein zweites Gutachten soll im Juni vorliegen, und das Gericht hat über das erste noch nicht entschieden.",
    "Die Behörde will die Verträge ohne Preise noch in diesem Monat veröffentlichen, wie eine Sprecherin sagte.",
  ],
  fr: [
    "La décision est tombée après onze semaines de discussions, alors que deux des trois exploitants menaçaient de partir. Elle s’appliquera à l’automne, à la fin des horaires d’été.",
    "« Nous avons demandé une seule chose, et nous l’avons demandée quatre fois », dit Ilse Harmon, qui dirige le plus petit des deux chantiers, où travaillent 140 personnes.",
    "Selon les chiffres donnés lundi, 4 212 mouvements ont été comptés dans l’année, soit 9 % de moins que l’année précédente, et le séjour moyen est passé de 31 à 44 heures.",
    "Personne ne croit que le différend sera réglé d’ici là. Une seconde étude est attendue en juin, et le tribunal ne s’est pas encore prononcé sur la première.",
    "Les contrats seront publiés sans les prix avant la fin du mois, a indiqué une porte-parole.",
  ],
  es: [
    "La decisión llegó tras once semanas de conversaciones, cuando dos de las tres empresas ya habían amenazado con marcharse. Se aplicará en otoño, al terminar el horario de verano.",
    "«Pedimos una sola cosa, y la pedimos cuatro veces», dice Ilse Harmon, que dirige el menor de los dos astilleros, donde trabajan 140 personas que viven cerca.",
    "Según las cifras del lunes, hubo 4.212 movimientos en el año, un 9 % menos que en el anterior, y la estancia media subió de 31 a 44 horas.",
    "Nadie cree que la disputa se resuelva antes. En junio se espera un segundo estudio, y el tribunal aún no ha dicho si el primero es válido.",
    "Los contratos se publicarán sin los precios antes de fin de mes, según una portavoz.",
  ],
  pt: [
    "A decisão veio depois de onze semanas de conversas, quando duas das três empresas já ameaçavam sair. Ela vale a partir da primavera, ao fim do horário atual.",
    "“Pedimos uma única coisa, e pedimos quatro vezes”, diz Ilse Harmon, que dirige o menor dos dois estaleiros, onde trabalham 140 pessoas, quase todas da vizinhança.",
    "Segundo os números de segunda-feira, houve 4.212 movimentos no ano, 9% a menos que no anterior, e a estadia média subiu de 31 para 44 horas.",
    "Ninguém acredita que a disputa acabe antes. Um segundo estudo deve sair em junho, e o tribunal ainda não decidiu sobre o primeiro.",
    "Os contratos serão publicados sem os preços antes do fim do mês, disse uma porta-voz.",
  ],
  nl: [
    "Het besluit viel na elf weken overleg, toen twee van de drie bedrijven al met vertrek hadden gedreigd. Het gaat in het najaar in, als de zomerdienst afloopt.",
    "‘We hebben om één ding gevraagd, en dat vier keer’, zegt Ilse Harmon, die de kleinste van de twee werven leidt. Er werken 140 mensen, de meesten wonen vlakbij.",
    "Volgens cijfers van maandag waren er in een jaar 4.212 bewegingen, negen procent minder dan het jaar ervoor; de gemiddelde ligtijd steeg van 31 naar 44 uur.",
    "Niemand verwacht dat het geschil dan voorbij is. In juni komt een tweede onderzoek, en de rechter heeft over het eerste nog niets gezegd.",
    "De contracten worden zonder prijzen nog deze maand gepubliceerd, aldus een woordvoerder.",
  ],
  ja: [
    "決定は十一週間の協議の末に下された。三社のうち二社は、何も変わらなければ撤退すると伝えていた。夏の時刻表が終わる秋から適用される。",
    "「頼んだのは一つだけで、それを四回頼んだ」と、小さい方の造船所を率いるイルゼ・ハーモンさんは話す。従業員は百四十人で、多くは門から歩ける所に住む。",
    "当局が月曜に示した数字によると、年間の入出港は4212回で、前年より9％減った。平均の停泊時間は31時間から44時間に延びた。",
    "それまでに争いが収まるとは誰も見ていない。二つ目の調査は六月に出る予定で、裁判所は一つ目を使えるかどうかをまだ示していない。",
    "契約書は価格を伏せて月末までに公開すると、広報担当者は述べた。",
  ],
  zh: [
    "这一决定是在十一周的谈判之后作出的。三家公司中有两家表示，如果没有变化就会离开。规定将在夏季时刻表结束后的秋季生效。",
    "“我们只提了一个要求，提了四次，”较小的那家船厂的负责人伊尔莎·哈蒙说。船厂有一百四十名员工，大多住在附近，步行就能上班。",
    "当局周一公布的数字显示，全年共有4212次进出港，比上一年减少百分之九，平均停留时间从31小时增加到44小时。",
    "没有人指望争议能在那之前结束。第二份研究报告预计六月完成，法院尚未说明第一份是否可以采用。",
    "发言人说，合同将在月底前公布，价格部分除外。",
  ],
};

/** A sample page with its places for paragraphs filled: from the beginning, the same every time. */
export function withWords(page: string): string {
  return page.replace(/\[\[(\d+) (\w+)\]\]/g, (_, count: string, language: string) => {
    const bank = WORDS[language];
    if (!bank) throw new Error(`There are no words for "${language}".`);
    return Array.from({ length: Number(count) }, (_, n) => `<p>${bank[n % bank.length]}</p>`).join("\n");
  });
}
