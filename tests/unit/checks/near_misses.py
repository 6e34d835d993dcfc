"""Texts without fault that look as if they had one: (what a hasty reader would say, text)."""

from __future__ import annotations

from typing import Final

from tests.unit.checks.planted import B, C, Planted, T, body, run_in

NEAR_MISSES: Final = (
    Planted("gap", body("一、查隐患", "二、抓整改", "三、严问责")),
    # the second point is glued to the end of the first
    Planted("gap", run_in("一、查隐患。二、抓整改。", "三、严问责。")),
    Planted("gap", body("一、第一季度", "二、第三季度", "三、第四季度")),
    Planted("gap", B + "\n一是查隐患，不留死角；二是抓整改，不打折扣；三是严问责。" + C),
    Planted("gap", B + "\n一是查隐患；其次抓整改；三是严问责，不讲情面。" + C),
    Planted("gap", "First, the boats. Then the nets, which are old. Third, the men.\n"),
    # lists that begin anew, numbers that run on through the sections
    Planted("repeat", body("一、安全", "（一）查", "（二）改", "二、防汛", "（一）查", "（二）改")),
    Planted("repeat", "".join(f"{a}\n{B}\n一、查\n{B}\n二、改\n{B}\n" for a in ("上篇", "下篇"))),
    Planted("repeat", body("一、安全", "1. 查", "2. 改") + f"{B}1. 守。\n2. 问\n{B}\n3. 赏\n{B}\n"),
    Planted("not-from-one", body("一、安全", "1. 查", "2. 改", "二、防汛", "3. 守", "4. 问")),
    Planted("not-from-one", body("第一章 甲", "第一条 乙", "第二条 丙", "第二章 丁", "第三条 戊")),
    Planted("out-of-order", body("一、安全", "二、三产业要协调", "三、防汛")),
    # one that is no first of several
    Planted("lone", B + "\n我们的目标只有一个，就是要让群众满意，这一是原则，也是底线。" + C),
    Planted("lone", B + "\n全县排名第一，这是大家干出来的。" + C),
    Planted("lone", B + "\n首先，我代表县委向大家表示感谢。" + C),
    Planted("lone", B + "原因有两条：一是底子薄，人手少；再就是起步晚。" + C),
    Planted("lone", B + "\n第一，要把账算清楚。" + C + "\n其次，要把人管好。" + C),
    Planted("lone", body("一、查隐患")[:-3]),  # a text that was cut off
    Planted("lone", B + "第一时间赶到现场，一要素不能缺。" + C),
    # counts that are kept, or were no announcements
    Planted(
        "count-not-kept",
        f"同志们：\n{B}下面，我讲三点意见。\n一、查隐患\n{B}\n二、抓整改\n{B}\n三、问责\n{B}\n",
    ),
    Planted(
        "count-not-kept",
        f"同志们：\n{B}今年有五个镇遭了灾。\n一、查隐患\n{B}\n二、抓整改\n{B}\n谢谢大家！\n",
    ),
    Planted(
        "count-not-kept",
        f"同志们：\n{B}下面，我讲几点意见。\n一、查隐患\n{B}\n二、抓整改\n{B}\n谢谢大家！\n",
    ),
    # a text that was cut off before its last point
    Planted("count-not-kept", f"同志们：\n下面，我讲三点意见。\n一、查\n{B}\n二、改\n{B[:20]}"),
    Planted("family-switch", run_in("首先，要查。", "其次，要改。", "最后，要问。")),
    Planted("family-switch", run_in("一要查。", "二要改。") + run_in("一是快。", "二是实。")),
    Planted(
        "family-switch",
        run_in("一要查得真：一是白天查，二是夜里查。", "二要改得快。", "三要问得严。"),
    ),
    Planted(
        "family-switch",
        run_in("第一，要查。首先查工厂，其次查学校。", "第二，要改。", "第三，要问。"),
    ),
    Planted("mixed-style", body("一、安全", "（一）查", "（二）改", "二、防汛", "1. 查", "2. 改")),
    Planted("mixed-style", body("1．查隐患", "2.抓整改", "3. 严问责")),
    Planted("level-skipped", f"# 讲话\n\n## 安全\n\n{B}\n\n### 隐患\n\n{B}\n\n## 防汛\n\n{B}\n"),
    Planted("level-skipped", body("一、安全", "1. 查", "2. 改", "二、防汛", "1. 查", "2. 改")),
    # right signs, and those of Taiwan
    Planted("label-punctuation", body("一、查隐患", "（一）查工厂", "1. 查锅炉", "（1）查阀门")),
    Planted("label-punctuation", run_in("第一，要查。", "第二，要改。")),
    Planted("label-punctuation", B + "\n第一、二、三产业都要发展，一、二、三班都要到。" + C),
    Planted("label-punctuation", body("第一、農業", "第二、工業", "第三、商業", after=T)),
    # lists without text below are no headings without text
    Planted("no-body", "会议议程\n同志们：\n一、宣读决定\n二、讨论方案\n三、领导讲话\n"),
    Planted("no-body", body("一、安全", "（一）查隐患", "二、防汛", "三、信访")),
    Planted("long-heading", run_in("一、" + B, "二、" + B)),
    Planted("final-stop", body("一、查隐患。", "二、抓整改。", "三、严问责。")),
    Planted("final-stop", run_in("一、查隐患。", "二、抓整改。", "三、严问责。")),
    # pairs over several lines, labels with half a bracket, apostrophes, nested quotes
    Planted("unbalanced", f"他说：“{B}\n“{C}\n“{B}”\n{C}\n"),
    Planted("unbalanced", f"{B}“床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。”\n{C}\n"),
    Planted("unbalanced", f"1）查隐患。{B}\n2）抓整改。{B}\na）白天查。{B}\n"),
    Planted("unbalanced", "It’s the people’s house, and the workers’ pride :)\n"),
    Planted("unbalanced", f"他说：“要学‘六个一’的做法（见《通知》）。”{B}"),
    Planted("unbalanced", f"三个镇（青石、白水、丁家)今年要通水。{B}"),
    Planted("masks", f"{B}*县的同志来过，**市的同志也来过，*县的做法好，*县要学。{B}"),
    Planted("masks", f"{B}张*同志、李**同志、王*同志、赵*同志都到了。{B}"),
    Planted("suspect-character", f"{B}即日：“今日事，今日毕。”《人民日报》日前报道。{B}"),
    Planted("suspect-character", f"{B}周末来看，期末来临，年末必须完成，本末倒置。{B}"),
    Planted("suspect-character", f"{B}自己经历的事，自己经手的账，克己奉公，知己经营。{B}"),
    Planted("suspect-character", f"{B}H2O2、CO2、2025年、二〇二五年、一九五六年、一九零零年。{B}"),
    Planted("suspect-character", f"{B}今日：晴。子夜，日出。2016—2020年。（一）——说明。{B}"),
    Planted("suspect-character", f"{B}清末来的传教士，明末曾有过一次大水，检查结果阴性（—）。{B}"),
    Planted("suspect-character", f"{B}来自已有的经验，从末端抓起，从末尾追到前列。{B}"),
)  # fmt: skip
