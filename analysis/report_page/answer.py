# SPDX-License-Identifier: Apache-2.0
"""The answer in words, in English and Chinese, from the same numbers as the tables. Likelihood terms
are IPCC's, computed from the paired draws (measures.likelihood)."""

import math
from decimal import Decimal

import measures
from report_page import people, words

FIRST = ["quality_index_national", "adaptability_index_national", "attractiveness_index_national",
         "permeability", "placement_rate", "starting_wage", "unfilled_skilled_vacancy_share",
         "wage_gini_national"]
MOST = 6
PUBLIC = ["central", "province", "city"]


def minus(text):
    return text.replace("-", "\N{MINUS SIGN}")


def shown(value, unit, is_rate, sign=True):
    """The digits of the tables, shares moved to percentage points."""
    text = measures.signed(value) if sign else measures.number(value)
    if is_rate and "e" in text:
        text = f"{100.0 * value:.2f}"
    elif is_rate and text not in ("–", "∞", "-∞"):
        moved = f"{Decimal(text.replace(',', '')).scaleb(2):f}"
        text = ("+" if text.startswith("+") else "") + moved
    return minus(text)


def is_share(result, m):
    measure = result["measures"][m]
    return measure["unit"]["symbol"] == "1" and measure["is_share"]


def effect_sentence(result, m, alternative):
    measure = result["measures"][m]
    difference, low, high, _ = result["effects"][m][alternative]
    if difference is None:
        return None
    odds = result["likelihood"][m][alternative]
    rate = is_share(result, m)
    unit = {"en": "percentage points", "zh": "个百分点"} if rate else measure["unit"]
    value = shown(difference, unit, rate)
    span = None if low is None else [shown(v, unit, rate, sign=False) for v in (low, high)]
    if odds is None:
        return {"en": f"{measure['title']['en']}: no change in any draw.",
                "zh": f"{measure['title']['zh']}：所有抽样均无变化。"}
    agree = f"{odds['agree']:g}"
    en = (f"{measure['title']['en']}: {value} {unit['en']}"
          + (f" (95 % interval {span[0]} to {span[1]})" if span else "")
          + f"; {'rise' if odds['sign'] > 0 else 'fall'} {odds['term']} "
          f"({agree} of {odds['draws']} draws).")
    zh = (f"{measure['title']['zh']}：{value} {unit['zh']}"
          + (f"（95 % 区间 {span[0]} 至 {span[1]}）" if span else "")
          + f"；{zh_odds(odds)}"
          f"（{odds['draws']} 次抽样中 {agree} 次）。")
    return {"en": en.replace("  ", " "), "zh": zh}


def zh_odds(odds):
    if odds["term"] == "about as likely as not":
        return "升降可能性相当，均值" + ("为升" if odds["sign"] > 0 else "为降")
    return words.ZH[odds["term"]] + ("上升" if odds["sign"] > 0 else "下降")


def chosen_measures(result, alternative):
    """The headline indices and what policy aims at, then what stands out most from chance."""
    names = [measure["name"] for measure in result["measures"]]
    first = [names.index(name) for name in FIRST if name in names]
    rest = sorted((m for m in range(len(names)) if m not in first),
                  key=lambda m: -distinct(result["effects"][m][alternative]))
    return [*first[:MOST], *[m for m in rest if m not in first][:2]]


def distinct(effect):
    difference, low, high, _ = effect
    if low is None or high == low:
        return 0.0
    return abs(difference) / (high - low)


def pooled_words(result, lang):
    """What headline figures take together, as the file says."""
    period = result["period"]
    if period is None:
        return {"en": "Measures are those that the experiment names.", "zh": "指标由实验文件定义。"}[lang]
    if lang == "zh":
        parts = ["；".join("、".join(label["zh"] for label in labels)
                          for labels in result["pooled"].values())]
        chosen = f"，仅计{parts[0]}" if result["pooled"] else ""
        return f"主要指标合并各省{chosen}，时期为 {period['from']} 至 {period['to']}。"
    chosen = "".join(f" ({dim.replace('_', ' ')}: " + ", ".join(
        label["en"].lower() for label in labels) + ")" for dim, labels in result["pooled"].items())
    return f"Headline figures pool the nation{chosen}, {period['from']} to {period['to']}."


def asked(result, alternative):
    base, other = result["scenarios"][0], result["scenarios"][alternative + 1]
    en = (f"What does “{other['title']}” change against “{base['title']}”? "
          + pooled_words(result, "en"))
    zh = (f"与“{base['title']}”相比，“{other['title']}”改变了什么？"
          + pooled_words(result, "zh"))
    return {"en": [en], "zh": [zh]}


def whom(result, alternative):
    lines = {"en": [], "zh": []}
    for by in result["groups"]:
        if by["dimension"] != "ses" or by["name"] not in ("wage", "permeability", "employment_rate"):
            continue
        ends = [by["effect"][alternative][i] for i in (0, len(by["labels"]) - 1)]
        if any(end[0] is None for end in ends):
            continue
        rate = by["unit"]["symbol"] == "1"
        unit = {"en": "percentage points", "zh": "个百分点"} if rate else by["unit"]
        texts = [shown(end[0], unit, rate) for end in ends]
        spans = [["–"] * 2 if end[1] is None else
                 [shown(v, unit, rate, sign=False) for v in end[1:3]] for end in ends]
        lines["en"].append(
            f"{by['title']['en']}: {texts[0]} ({spans[0][0]} to {spans[0][1]}) for the poorest fifth of "
            f"families, {texts[1]} ({spans[1][0]} to {spans[1][1]}) for the richest, {unit['en']}.")
        lines["zh"].append(
            f"{by['title']['zh']}：最低五分之一家庭 {texts[0]}（{spans[0][0]} 至 {spans[0][1]}），"
            f"最高五分之一家庭 {texts[1]}（{spans[1][0]} 至 {spans[1][1]}），{unit['zh']}。")
    told = people.lines(result, alternative) if result["people"] else {
        lang: [words.PAGE[lang]["no_people"]] for lang in ("en", "zh")}
    for lang in ("en", "zh"):
        lines[lang] += told[lang]
    return lines


def money(value):
    """Signed yuan in words of size: +12.3 billion."""
    return {"en": sized(value, [(1e9, " billion yuan"), (1e6, " million yuan"), (1.0, " yuan")]),
            "zh": sized(value, [(1e8, " 亿元"), (1e4, " 万元"), (1.0, " 元")])}


def sized(value, sizes):
    size, word = next(((s, w) for s, w in sizes if abs(value) >= s), sizes[-1])
    digits = max(0, 2 - math.floor(math.log10(max(abs(value / size), 1.0))))
    return minus(f"{value / size:+,.{digits}f}{word}")


def cost(result, alternative):
    if result["ledger"] is None:
        return {lang: [words.PAGE[lang]["no_ledger"]] for lang in ("en", "zh")}
    lines = {"en": [], "zh": []}
    for payer in result["ledger"]["payers"]:
        difference, low, high, _ = payer["net_effect"][alternative]
        if difference is None or payer["name"] not in [*PUBLIC, "firm", "household", "school"]:
            continue
        if difference == 0.0 and low == high:
            continue
        text, spans = money(difference), None if low is None else (money(low), money(high))
        span = {"en": "", "zh": ""} if spans is None else {
            "en": f" ({spans[0]['en'].removesuffix(' yuan')} to {spans[1]['en']})",
            "zh": f"（{spans[0]['zh']} 至 {spans[1]['zh']}）"}
        lines["en"].append(f"{payer['title']['en']}: {text['en']} a year{span['en']}")
        lines["zh"].append(f"{payer['title']['zh']}：每年 {text['zh']}{span['zh']}")
    if not lines["en"]:
        return {"en": ["No account bears more or less in any draw."],
                "zh": ["各账户的净支付在所有抽样中均无变化。"]}
    return {"en": ["Paid less received from the others (loans, taxes, sales and pay apart), against the base: " + "; ".join(lines["en"]) + "."],
            "zh": ["各账户支付减从其他账户所得（不含借贷、税收、销售与工资）与基准之差：" + "；".join(lines["zh"]) + "。"]}


def sure(result):
    n, status = result["replicates"], result["validation"]
    scale = result["attributes"]["scale"]
    few = n < 20
    en = [f"{n} {'paired draws' if len(result['scenarios']) > 1 else 'draws'} of the model's own randomness, one agent for {scale:,} people. A "
          "likelihood term counts agreeing draws, as (k + 1) ÷ (n + 2)"
          + (f", so {n} draws can support no more than “{best_term(n)}”." if few else ".")
          + " Parameters stand at the values listed below: their uncertainty is not in the intervals.",
          f"Validation: {status['summary']['en']}"]
    zh = [f"{n} 次配对抽样，仅含模型自身的随机性；每个主体代表 {scale:,} 人。可能性用语按一致的抽样数计算："
          "(k + 1) ÷ (n + 2)" + (f"，因此 {n} 次抽样至多支持“{words.ZH[best_term(n)]}”。" if few else "。")
          + "参数取下列数值，区间不含参数的不确定性。",
          f"检验：{status['summary']['zh']}"]
    if result["attributes"]["status"] != "complete":
        en.insert(0, "The run has not finished: these are the replicates that are there so far.")
        zh.insert(0, "模拟尚未完成：此处仅为已有的重复。")
    return {"en": en, "zh": zh}


def best_term(n):
    probability = (n + 1.0) / (n + 2.0)
    return next((word for least, word in measures.LIKELIHOOD if probability > least),
                "about as likely as not")


def changes(result, alternative):
    sentences = [effect_sentence(result, m, alternative)
                 for m in chosen_measures(result, alternative)]
    sentences = [s for s in sentences if s]
    return {lang: [s[lang] for s in sentences] for lang in ("en", "zh")}


def level_sentence(result, m):
    measure, (mean, low, high, _) = result["measures"][m], result["levels"][m][0]
    if mean is None:
        return None
    rate = is_share(result, m)
    unit = {"en": "per cent", "zh": "%"} if rate else measure["unit"]
    value, *span = [shown(v, unit, rate, sign=False) if v is not None else None
                    for v in (mean, low, high)]
    en, zh = f"{measure['title']['en']}: {value} {unit['en']}", \
        f"{measure['title']['zh']}：{value} {unit['zh']}"
    if span[0] is not None:
        en, zh = f"{en} (95 % interval {span[0]} to {span[1]})", f"{zh}（95 % 区间 {span[0]} 至 {span[1]}）"
    return {"en": en + ".", "zh": zh + "。"}


def alone(result):
    """The answer of a single scenario: levels, nothing compared."""
    names = [measure["name"] for measure in result["measures"]]
    chosen = [names.index(name) for name in FIRST if name in names] or range(min(6, len(names)))
    sentences = [s for s in (level_sentence(result, m) for m in chosen) if s]
    title = result["scenarios"][0]["title"]
    costs = {"en": [], "zh": []}
    for payer in (result["ledger"] or {"payers": []})["payers"]:
        if payer["name"] in PUBLIC:
            text = money(payer["net_level"][0][0])
            costs["en"].append(f"{payer['title']['en']}: {text['en'].lstrip('+')} a year, less what the others pay it.")
            costs["zh"].append(f"{payer['title']['zh']}：每年净支付 {text['zh'].lstrip('+')}。")
    return {"asked": {"en": [f"How does “{title}” go? {pooled_words(result, 'en')}"],
                      "zh": [f"“{title}”之下情况如何？{pooled_words(result, 'zh')}"]},
            "changes": {lang: [s[lang] for s in sentences] for lang in ("en", "zh")},
            "whom": {lang: [words.PAGE[lang]["single"]] for lang in ("en", "zh")},
            "cost": costs if costs["en"] else {lang: [words.PAGE[lang]["no_ledger"]]
                                               for lang in ("en", "zh")},
            "sure": sure(result)}


def answers(result):
    """For each alternative, the five parts of the answer in both languages; for a single scenario, its
    levels."""
    if len(result["scenarios"]) == 1:
        return [alone(result)]
    return [{"asked": asked(result, a), "changes": changes(result, a), "whom": whom(result, a),
             "cost": cost(result, a), "sure": sure(result)}
            for a in range(len(result["scenarios"]) - 1)]
