"""The same fact, told in the six languages, speaks of the same concepts."""

from typing import NamedTuple

import pytest

from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.terms import terms


class _Fact(NamedTuple):
    """One sentence in each language, and the concepts that all of them speak of."""

    concepts: frozenset[str]
    en: str
    ar: str
    es: str
    fr: str
    ru: str
    zh: str


def _fact(concepts: str, *sentences: str) -> _Fact:
    return _Fact(frozenset(concepts.split(", ")), *sentences)


_FACTS = [
    _fact(
        "property, confiscat, widow, orphan",
        "The property of widows and orphans shall not be confiscated.",
        "لا تجوز مصادرة ممتلكات الأرامل والأيتام.",
        "No se confiscará la propiedad de las viudas y los huérfanos.",
        "La propriété des veuves et des orphelins ne peut être confisquée.",
        "Имущество вдов и сирот не подлежит конфискации.",
        "不得没收寡妇和孤儿的财产。",
    ),
    _fact(
        "arrest, lawyer, witness, trial",
        "The lawyer spoke with the witnesses after the arrest and before the trial.",
        "تحدث المحامي إلى الشهود بعد القبض وقبل المحاكمة.",
        "El abogado habló con los testigos después del arresto y antes del juicio.",
        "L’avocat a parlé aux témoins après l’arrestation et avant le procès.",
        "Адвокат говорил со свидетелями после ареста и до судебного разбирательства.",
        "律師在逮捕之後、審判之前同證人談話。",
    ),
    _fact(
        "cruel, inhuman, degrading, punish",
        "Cruel, inhuman or degrading punishment is forbidden.",
        "العقوبة القاسية أو اللاإنسانية أو المهينة ممنوعة.",
        "Se prohíben las penas crueles, inhumanas o degradantes como castigo.",
        "Les punitions cruelles, inhumaines ou dégradantes sont interdites.",
        "Жестокие, бесчеловечные или унижающие достоинство наказания запрещены.",
        "禁止残忍、不人道或有辱人格的惩罚。",
    ),
    _fact(
        "wage, trade union, holiday, hour",
        "Trade unions speak about wages, working hours and holidays.",
        "تتحدث النقابات عن الأجور وساعات العمل والعطلات.",
        "Los sindicatos hablan de salarios, horas de trabajo y vacaciones.",
        "Les syndicats parlent des salaires, des heures de travail et des congés.",
        "Профсоюзы говорят о заработной плате, часах работы и отпусках.",
        "工会谈论工资、工作小时和假期。",
    ),
    _fact(
        "quorum, majorit, abstain, candida",
        "There was a quorum: the candidate had the majority, with two abstentions.",
        "كان النصاب متوافرا: فقد نال المرشح الأغلبية مع امتناع عضوين.",
        "Había quórum: el candidato obtuvo la mayoría, con dos abstenciones.",
        "Le quorum était atteint : le candidat a obtenu la majorité, avec deux abstentions.",
        "Кворум был: кандидат получил большинство при двух воздержавшихся.",
        "有法定人數：候選人獲得多數，兩票棄權。",
    ),
    _fact(
        "flag, port, crew, passenger, rescue",
        "The flag State and the port rescued the crew and the passengers.",
        "قامت دولة العلم والميناء بإنقاذ الطاقم والركاب.",
        "El Estado del pabellón y las autoridades de los puertos rescataron a la tripulación "
        "y a los pasajeros.",
        "L’État du pavillon et le port ont assuré le sauvetage de l’équipage et des passagers.",
        "Государство флага и порт спасали экипаж и пассажиров: спасение удалось.",
        "船旗国和港口救援了船员和乘客。",
    ),
    _fact(
        "arbitration, notif, month, null and",
        "Notice of arbitration not notified within six months is null and void.",
        "يكون طلب التحكيم الذي لا يرسل إشعار به خلال ستة أشهر لاغيا وباطلا.",
        "Será nula la solicitud de arbitraje que no se notifique en seis meses.",
        "La demande d’arbitrage non notifiée dans les six mois est nulle et non avenue.",
        "Просьба об арбитраже без уведомления в течение шести месяцев недействительна.",
        "未在六个月内通知的仲裁请求无效。",
    ),
    _fact(
        "bienni, payment, surplus, deficit",
        "The payments of the biennium left a surplus, not a deficit.",
        "أسفرت المدفوعات في فترة السنتين عن فائض وليس عن عجز.",
        "Los pagos del bienio dejaron un superávit y no un déficit.",
        "Les paiements de l’exercice biennal ont laissé un excédent et non un déficit.",
        "Выплаты за двухгодичный период дали излишки, а не дефицит.",
        "两年期的付款留下了盈余，没有赤字。",
    ),
    _fact(
        "soldier, command, hostilit, releas",
        "The commander released the soldiers at the end of hostilities.",
        "أمر القائد بالإفراج عن الجنود وكل جندي عند انتهاء الأعمال العدائية.",
        "El comandante ordenó la liberación de los soldados al fin de las hostilidades.",
        "Le commandant a fait procéder à la libération des soldats à la fin des hostilités.",
        "Командир приказал освободить солдат и добиться освобождения всех после военных действий.",
        "指揮官在敵對行動之後釋放了士兵。",
    ),
    _fact(
        "recommend, mutual, consent",
        "The recommendations rest on mutual consent.",
        "تقوم التوصيات على الرضا المتبادل.",
        "Las recomendaciones se basan en el consentimiento mutuo.",
        "Les recommandations reposent sur le consentement mutuel.",
        "Рекомендации основаны на взаимном согласии.",
        "这些建议以相互同意为依据。",
    ),
    _fact(
        "workshop, handbook, teacher, skill",
        "The workshops gave the teachers skills and a handbook.",
        "اكتسب المعلمون في حلقات العمل مهارات وحصلوا على كتيب.",
        "En los talleres los docentes adquirieron aptitudes y recibieron un manual.",
        "Les ateliers ont donné aux enseignants des aptitudes et un manuel.",
        "На семинарах учителя приобрели навыки и получили пособие.",
        "讲习班使教师获得了技能和一本手册。",
    ),
    _fact(
        "rebel, convoy, protest, camp",
        "The rebels stopped the convoy on its way to the camps, in spite of protests.",
        "أوقف المتمردون القافلة المتجهة إلى المخيمات رغم الاحتجاجات.",
        "Los rebeldes detuvieron el convoy camino de los campamentos, pese a las protestas.",
        "Les rebelles ont arrêté le convoi qui gagnait les camps, malgré les protestations.",
        "Повстанцы остановили конвой на пути в лагеря, несмотря на протесты.",
        "叛乱分子不顾抗议，拦住了开往营地的车队。",
    ),
    _fact(
        "kilomet, glacier, map, satellite",
        "The map made from satellites shows a glacier of forty kilometres.",
        "تبين الخريطة المرسومة من السواتل جليدا يمتد أربعين كيلومترا.",
        "El mapa hecho con satélites muestra un glaciar de cuarenta kilómetros.",
        "La carte établie à l’aide de satellites montre un glacier de quarante kilomètres.",
        "Карта, составленная по спутникам, показывает ледник длиной сорок километров.",
        "根據衛星繪製的地圖顯示一條四十公里的冰川。",
    ),
    _fact(
        "infect, cholera, hospital, infant",
        "The hospital treats infants infected with cholera.",
        "يعالج المستشفى الرضع من عدوى الكوليرا.",
        "El hospital atiende a lactantes con infección de cólera.",
        "L’hôpital soigne les nourrissons infectés par le choléra.",
        "Больница лечит младенцев, инфицированных холерой.",
        "医院治疗感染霍乱的婴儿。",
    ),
    _fact(
        "privileg, inviolab, headquarter, delegation",
        "The privileges of delegations and the inviolability of the headquarters.",
        "امتيازات الوفود وحرمة المقر.",
        "Los privilegios de las delegaciones y la inviolabilidad de la sede.",
        "Les privilèges des délégations et l’inviolabilité du siège.",
        "Привилегии делегаций и неприкосновенность Центральных учреждений.",
        "各代表团的特权和总部不可侵犯。",
    ),
    _fact(
        "respect for, indivisib, interdepend",
        "Respect for rights that are indivisible and interdependent.",
        "احترام الحقوق المترابطة وغير القابلة للتجزئة.",
        "El respeto de los derechos, que son indivisibles e interdependientes.",
        "Le respect des droits, qui sont indivisibles et interdépendants.",
        "Уважение прав, которые неделимы и взаимозависимы.",
        "尊重不可分割、相互依存的权利。",
    ),
    _fact(
        "degradation, wealth, mineral, pipeline",
        "The degradation of mineral wealth along the pipeline.",
        "تدهور الثروة المعدنية على امتداد خط الأنابيب.",
        "La degradación de la riqueza mineral a lo largo del oleoducto.",
        "La dégradation des richesses minérales le long de l’oléoduc.",
        "Деградация минеральных богатств вдоль трубопровода.",
        "管道沿線礦產財富的退化。",
    ),
    _fact(
        "men, inequal, oppress, slum",
        "Men of the slums suffer inequality and oppression.",
        "يعاني رجال الأحياء الفقيرة من عدم المساواة والقهر.",
        "Los hombres de los tugurios sufren desigualdad y opresión.",
        "Les hommes des taudis souffrent d’inégalités et d’oppression.",
        "Мужчины трущоб страдают от неравенства и угнетения.",
        "贫民窟的男子遭受不平等和压迫。",
    ),
]


@pytest.mark.parametrize("fact", _FACTS, ids=lambda fact: ", ".join(sorted(fact.concepts)))
def test_one_fact_in_six_languages(fact: _Fact) -> None:
    missed = {
        (language, concept)
        for language in OFFICIAL
        for concept in fact.concepts - terms(getattr(fact, language), language)
    }
    assert missed == set()


@pytest.mark.parametrize(
    ("word", "language", "concept"),
    [
        ("والديمقراطية", "ar", "parent"),
        ("المطاردة", "ar", "airport"),
        ("بإطلاق", "ar", "null and"),
        ("المصادر", "ar", "confiscat"),
        ("المختصرة", "ar", "competen"),
        ("والكتيبة", "ar", "handbook"),
        ("قنبلة", "ar", "cannabis"),
        ("الممتنع", "ar", "appreciat"),
        ("потерпевший", "ru", "loss"),
        ("благодаря", "ru", "appreciat"),
        ("ветераны", "ru", "wind"),
        ("трудности", "ru", "employ"),
        ("прибыл", "ru", "profit"),
        ("свидетельство", "ru", "witness"),
        ("неделимы", "ru", "week"),
        ("международного", "ru", "among"),
        ("действительно", "ru", "action"),
        ("деятельность", "ru", "actor"),
        ("ответственность", "ru", "address"),
        ("в частности", "ru", "privat"),
        ("долгосрочный", "ru", "debt"),
        ("الفقرة", "ar", "poverty"),
        ("المؤتمر", "ar", "death"),
        ("جمهورية", "ar", "public"),
        ("الاجتماعية", "ar", "conferenc"),
        ("طبيعي", "ar", "medicine"),
        ("إليها", "ar", "mechanis"),
        ("لدينا", "ar", "religio"),
        ("كامل", "ar", "wish"),
        ("الولايات المتحدة", "ar", "mandate"),
        ("internacional", "es", "internal"),
        ("representantes", "es", "combat"),
        ("mayoría", "es", "great"),
        ("laboratorio", "es", "employ"),
        ("maintenant", "fr", "maint"),
        ("électronique", "fr", "election"),
        ("public", "fr", "publish"),
        ("principal", "fr", "principle"),
        ("sérieux", "fr", "series"),
        ("investigation", "en", "invest"),
        ("sustainable", "en", "continu"),
        ("intimidad", "es", "intimidat"),
        ("complicado", "es", "complicit"),
        ("deporte", "es", "expel"),
        ("Cotonou", "fr", "cotton"),
        ("convoité", "fr", "convoy"),
        ("constructive", "en", "construction"),
        ("complicated", "en", "complicit"),
        ("slumber", "en", "slum"),
        ("符合法律", "zh", "legitim"),
        ("缔结核武器公约", "zh", "tubercul"),
        ("被告知", "zh", "accused"),
        ("弱势群体面临", "zh", "decent"),
    ],
)
def test_words_that_only_begin_alike(word: str, language: str, concept: str) -> None:
    assert concept not in terms(word, language)
