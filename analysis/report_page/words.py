# SPDX-License-Identifier: Apache-2.0
"""Names in English and Chinese of what a result holds. A name without a Chinese word keeps its own."""

import style

ZH = {
    # Tracks
    "general_high": "普通高中", "comprehensive_high": "综合高中", "secondary_vocational": "中等职业学校",
    "technical_school": "技工学校", "higher_vocational": "高等职业学校（专科）", "vocational_bachelor": "职业本科",
    "applied_bachelor": "应用型本科", "academic_bachelor": "学术型本科",
    # Outcomes
    "adaptability_index": "适应性指数", "adaptability_index_national": "适应性指数（全国）",
    "attractiveness_index": "吸引力指数", "attractiveness_index_national": "吸引力指数（全国）",
    "quality_index": "质量指数", "quality_index_national": "质量指数（全国）",
    "certified_teacher_share": "“双师型”教师比例", "completion_rate": "毕业率",
    "wage_concentration_index": "工资集中指数", "continuation_rate": "升学率",
    "course_age": "课程年龄", "curriculum_currency": "课程时效性", "enrolment": "在校生",
    "equipment_per_student": "生均设备值", "experienced_teaching_share": "有企业经验教师授课比例",
    "fidelity": "政策落实程度", "field_match_rate": "专业对口率",
    "general_intake_share": "普通高中招生比例", "general_skill_at_graduation": "毕业时通用能力",
    "net_cost_to_family": "家庭净支出", "permeability": "纵向贯通与横向融通率",
    "placement_rate": "就业率（毕业三个月后）", "programme_quality": "专业质量",
    "public_cost": "财政支出", "rank_rank_slope_national": "收入与家庭地位位次斜率（全国）",
    "rank_rank_slope": "收入与家庭地位位次斜率", "spending_per_student": "生均支出",
    "starting_wage": "起薪", "stations_per_student": "生均实训工位", "teachers": "专任教师",
    "technical_skill_at_graduation": "毕业时技术技能", "unemployment_rate": "失业率",
    "unfilled_skilled_vacancy_share": "技能岗位空缺比例", "wage": "工资",
    "wage_gini_national": "工资基尼系数（全国）", "wage_gini": "工资基尼系数",
    "employment_rate": "就业人口比例", "participation_rate": "劳动参与率",
    "vocational_share": "职业教育学生比例", "intake": "招生", "graduates": "毕业生",
    "vacancies": "职位空缺", "tightness": "劳动力市场紧张度", "track_prestige": "类型声望",
    "wage_after_years": "毕业数年后的工资", "wage_premium": "学历工资溢价", "worker_skill": "在职者技能",
    # Accounts, kinds and groups
    "central": "中央", "province": "省", "city": "市", "school": "学校", "firm": "企业",
    "household": "家庭", "centre": "实训中心", "lender": "贷款方", "rest_of_economy": "其他经济部门",
    "recurrent": "经常性", "capital": "资本性", "none": "日常业务",
    "ses": "家庭地位（五等分）", "hukou": "户籍", "sex": "性别", "region": "地区",
    "rural": "农业户籍", "urban": "非农户籍", "female": "女", "male": "男",
    "everyone": "全体", "wage_income": "工资收入", "earning_power": "收入能力（学历与技能所值）",
    "attainment": "受教育程度", "generation": "首次选择", "chose_before": "起始之前",
    "chose_since": "起始以来",
    # Units
    "persons": "人", "places": "个名额", "jobs": "个岗位", "index": "指数点", "sd": "标准差",
    "a": "年", "CNY2022": "元（2022年价）", "CNY2022/a": "元/年（2022年价）",
    "CNY2022/student/a": "元/生/年（2022年价）", "CNY2022/student": "元/生（2022年价）",
    "CNY2022/person/a": "元/人/年（2022年价）", "stations/student": "工位/生", "1": "",
    # Likelihood
    "virtually certain": "几乎确定", "extremely likely": "极有可能", "very likely": "很可能",
    "likely": "可能", "more likely than not": "多半可能",
    "about as likely as not": "可能性相当",
    # Provinces
    "Beijing": "北京", "Tianjin": "天津", "Hebei": "河北", "Shanxi": "山西",
    "Inner Mongolia": "内蒙古", "Liaoning": "辽宁", "Jilin": "吉林", "Heilongjiang": "黑龙江",
    "Shanghai": "上海", "Jiangsu": "江苏", "Zhejiang": "浙江", "Anhui": "安徽", "Fujian": "福建",
    "Jiangxi": "江西", "Shandong": "山东", "Henan": "河南", "Hubei": "湖北", "Hunan": "湖南",
    "Guangdong": "广东", "Guangxi": "广西", "Hainan": "海南", "Chongqing": "重庆",
    "Sichuan": "四川", "Guizhou": "贵州", "Yunnan": "云南", "Tibet": "西藏", "Shaanxi": "陕西",
    "Gansu": "甘肃", "Qinghai": "青海", "Ningxia": "宁夏", "Xinjiang": "新疆",
}
EN = {"ses": "Family status", "hukou": "Registration", "none": "Ordinary business",
      "1": "1 (poorest)", "5": "5 (richest)", "quality_index_national": "Quality index",
      "adaptability_index_national": "Adaptability index",
      "attractiveness_index_national": "Attractiveness index", "wage_gini_national": "Wage Gini",
      "rank_rank_slope_national": "Rank-rank slope"}
UNITS = {"1": "", "sd": "sd", "a": "years", "CNY2022": "yuan (2022)",
         "CNY2022/a": "yuan a year (2022)", "CNY2022/student/a": "yuan per student and year (2022)",
         "CNY2022/student": "yuan per student (2022)", "index": "index points",
         "CNY2022/person/a": "yuan per person and year (2022)",
         "stations/student": "stations per student"}
# Marks of parameters' sources (EVIDENCE): letter → English, Chinese.
MARKS = {"E": ("cited", "文献"), "C": ("calibrated", "校准"), "A": ("assumed", "假定"),
         "D": ("recorded", "统计")}


def both(name):
    """{"en": …, "zh": …} for a name as it stands in the file."""
    if name in MARKS:
        return dict(zip(("en", "zh"), MARKS[name]))
    return {"en": EN.get(name, style.words(name)), "zh": ZH.get(name, style.words(name))}


def fifth(label):
    """Labels of groups; fifths say which end is which."""
    found = both(label)
    return {**found, "zh": {"1": "1（最低）", "5": "5（最高）"}.get(label, found["zh"] or label)}


def unit(symbol):
    return {"en": UNITS.get(symbol, symbol), "zh": ZH.get(symbol, symbol)}


# What the page itself says.
PAGE = {
    "en": {
        "language": "中文", "skip": "To the answer", "answer": "The answer",
        "asked": "What was asked", "changes": "What it changes", "whom": "For whom",
        "cost": "At whose cost", "sure": "How sure", "scenario": "Scenario", "measure": "Measure",
        "result": "Result", "explore": "Over time", "show": "Show", "effect": "difference from the base",
        "level": "level", "all": "All scenarios", "map": "Provinces",
        "map_note": "One tile per province. Grey: fewer than 30 agents, or no value. Slanted: the 95 % interval includes zero.",
        "pick": "Choose a province on the map to see all its measures.",
        "gains": "Who gains and who loses", "groups": "By group",
        "no_people": "This result holds no count of gainers and losers (group /effects/people).",
        "people": "Gainers and losers", "gain": "Gain", "lose": "Lose", "net_people": "Net",
        "people_outcome": "Outcome", "share_people": "share of those compared",
        "people_note": "Each person is compared with the same person under the base, in the same draw with the same luck, at the end of the run; who is enrolled or away under either is left out. A policy also changes who meets which luck: some lose and others gain by that alone. The net share says what is left.",
        "pays": "Who pays", "ledger_note": "Flows of the whole run, mean of replicates; bars add up to what each account paid.",
        "no_ledger": "This result holds no ledger.", "per_year": "billion yuan (2022) a year", "the_rest": "the rest (see the table)",
        "effectiveness": "Cost-effectiveness", "plane": "Each point is one paired draw",
        "accept": "Share of draws in which the effect is worth the cost",
        "worth": "worth of one unit of the measure, yuan (2022)",
        "dcost": "extra public cost, present value, billion yuan (2022)",
        "deffect": "effect", "assumptions": "Assumptions and parameters", "policies": "Scenario texts",
        "parameters": "Parameters", "filter": "Filter parameters", "name": "Name", "value": "Value",
        "unit": "Unit", "range": "Range", "mark": "Mark", "source": "Source", "meaning": "Meaning",
        "validation": "How well the model stands", "provenance": "Where this comes from",
        "reproduce": "To reproduce", "licences": "Licences of the program parts in this page",
        "csv": "CSV", "difference": "Difference", "interval": "95 % interval", "below": "Draws below zero",
        "likelihood": "Likelihood of the sign", "base": "Base", "payer": "Payer", "payee": "Payee",
        "instrument": "Instrument", "kind": "Kind", "province": "Province", "group": "Group",
        "label": "Label", "paid": "Paid in the whole run, yuan (2022)", "paid_year": "Paid a year, yuan (2022); net: less what the others paid it; loans, taxes, sales and pay apart",
        "net_base": "Net, base", "net": "Net, difference",
        "band": "mean, middle 90 % of replicates", "table": "Table", "single": "One scenario only: nothing is compared; the levels are shown.",
        "headline": "All headline measures", "time": "Year", "print": "Print",
        "sweep": "The points of the sweep", "sensitivity": "What the results depend on", "factor": "Factor", "first": "First order",
        "total": "Total", "mu_star": "μ*", "mu": "μ", "sigma": "σ",
        "uncertainty": "Where uncertainty comes from",
        "uncertainty_note": "The law of total variance: what the form of the model (switches), its parameters, both together and chance (replicates) contribute. Effects between scenarios are paired in the same draw, so that shared luck cancels. Lines are 95 % intervals; an estimate below zero is to be read as zero.",
        "source_of": "Source", "variance": "Variance", "share": "Share", "share_variance": "share of the variance",
        "part_structures": "Form of the model", "part_parameters": "Parameters",
        "part_together": "Both together", "part_replicates": "Chance (replicates)",
        "nothing": "Nothing to show for this choice.", "missing": "Not in this result",
        "pilot": "Pilot", "share_axis": "share of draws",
        "regional_none": "This measure is not known by province.", "mean": "Mean", "low": "Low",
        "high": "High", "count": "People", "draw": "Draw"},
    "zh": {
        "language": "English", "skip": "跳至结论", "answer": "结论", "asked": "问题",
        "changes": "改变了什么", "whom": "影响谁", "cost": "谁来承担", "sure": "把握多大",
        "scenario": "情景", "measure": "指标", "result": "结果", "explore": "随时间变化",
        "show": "显示", "effect": "与基准之差", "level": "水平", "all": "全部情景", "map": "各省",
        "map_note": "每省一格。灰色：少于30个主体或无数值。斜体：95 % 区间包含零。",
        "pick": "在图上选择一个省，查看其全部指标。", "gains": "谁受益、谁受损", "groups": "分群体",
        "no_people": "本结果没有受益与受损人数（/effects/people 组）。", "people": "受益与受损",
        "gain": "受益", "lose": "受损", "net_people": "净", "people_outcome": "个人结果",
        "share_people": "占可比人数的比例",
        "people_note": "每个人在模拟期末与基准情景下同一抽样中的同一个人相比，其随机际遇相同；任一情景下在学或外出者不计。政策也会改变谁遇到何种际遇，仅此就会使一些人受损、另一些人受益；净比例说明扣除这些之后还有什么。",
        "pays": "谁付费", "ledger_note": "整个模拟期的资金流，各次重复的均值；各条之和等于该账户的支付总额。",
        "no_ledger": "本结果没有账本。", "per_year": "十亿元/年（2022年价）", "the_rest": "其余（见表）",
        "effectiveness": "成本效果", "plane": "每点为一次配对抽样",
        "accept": "效果值得其成本的抽样比例", "worth": "每单位指标的价值，元（2022年价）",
        "dcost": "新增财政支出现值，十亿元（2022年价）", "deffect": "效果",
        "assumptions": "假设与参数", "policies": "情景文本", "parameters": "参数", "filter": "筛选参数",
        "name": "名称", "value": "数值", "unit": "单位", "range": "范围", "mark": "依据", "source": "来源",
        "meaning": "含义", "validation": "模型检验", "provenance": "出处", "reproduce": "如何复现",
        "licences": "本页所含程序的许可", "csv": "CSV", "difference": "差值", "interval": "95 % 区间",
        "below": "低于零的抽样", "likelihood": "方向的可能性", "base": "基准", "payer": "付款方",
        "payee": "收款方", "instrument": "政策工具", "kind": "类别", "province": "省", "group": "群体",
        "label": "类别", "paid": "整个模拟期支付，元（2022年价）", "paid_year": "每年支付，元（2022年价）；净额：减去从其他账户所得，不含借贷、税收、销售与工资",
        "net_base": "净额，基准", "net": "净额，差值",
        "band": "均值，中间 90 % 的重复", "table": "表格", "single": "只有一个情景，无可比较；显示水平值。",
        "headline": "全部主要指标", "time": "年份", "print": "打印", "sweep": "实验各点", "sensitivity": "结果取决于什么", "factor": "因素", "first": "一阶", "total": "总效应",
        "mu_star": "μ*", "mu": "μ", "sigma": "σ",
        "uncertainty": "不确定性来自何处",
        "uncertainty_note": "方差按全方差公式分解：模型形式（结构开关）、参数、二者共同作用，以及偶然（重复）。情景之间的效果按同一抽样配对，共同的偶然已抵消。横线为 95 % 区间；低于零的估计值应视为零。",
        "source_of": "来源", "variance": "方差", "share": "比例", "share_variance": "占方差的比例",
        "part_structures": "模型形式", "part_parameters": "参数", "part_together": "二者共同作用",
        "part_replicates": "偶然（重复）",
        "nothing": "此选择无可显示内容。",
        "missing": "本结果未包含", "pilot": "试点", "share_axis": "抽样比例",
        "regional_none": "该指标没有分省数值。", "mean": "均值", "low": "下限", "high": "上限",
        "count": "人数", "draw": "抽样"},
}
