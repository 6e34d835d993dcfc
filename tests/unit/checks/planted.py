"""Faults planted in small speeches of our own: (rule that must find it, text)."""

from __future__ import annotations

from typing import Final, NamedTuple

B: Final = "这件事关系全县大局，要一件一件地抓，抓出成效来，让群众看得见、摸得着。"
C: Final = "各乡镇要把责任压到每一个岗位，查一处改一处，月底前向县里报告结果。"
T: Final = "這件事關係全鄉，要一件一件地辦，辦出成績來，讓鄉親們看得見。"


class Planted(NamedTuple):
    """One text with one fault."""

    rule: str
    text: str


def body(*heads: str, after: str = B) -> str:
    """Own-line headings, each with a paragraph below."""
    return "在工作会议上的讲话\n\n同志们：\n" + "".join(f"{head}\n{after}\n" for head in heads)


def run_in(*heads: str, after: str = C) -> str:
    """Paragraphs that begin with a label, under one heading."""
    return "在工作会议上的讲话\n同志们：\n" + B + "\n" + "".join(f"{h}{after}\n" for h in heads)


FAULTS: Final = (
    # numbers skipped
    Planted("gap", body("一、查隐患", "二、抓整改", "四、严问责")),
    Planted("gap", body("一、查隐患", "三、抓整改", "四、严问责")),
    Planted("gap", body("一、查隐患", "二、抓整改", "五、严问责", "六、守底线")),
    Planted("gap", body("一、安全生产", "（一）查隐患", "（三）抓整改", "二、防汛抗旱")),
    Planted("gap", body("一、安全生产", "1. 查隐患", "3. 抓整改", "4. 严问责")),
    Planted("gap", body("第一章 总则", "第三章 附则", "第四章 解释")),
    Planted("gap", run_in("一是要查。", "三是要改。")),
    Planted("gap", run_in("一要查得真。", "二要改得快。", "四要问得严。")),
    Planted("gap", run_in("第一，要查。", "第三，要改。")),
    Planted("gap", B + "\n抓好三件事：一是查隐患，不留死角；三是严问责，不讲情面。" + C),
    Planted("gap", body("壹、農業", "貳、工業", "肆、商業", after=T)),
    Planted("gap", body("（一）查隐患", "（二）抓整改", "（四）严问责")),
    Planted(
        "gap",
        "My friends, this day belongs to all of us.\n\nFirst, we must keep the harbour open.\n\n"
        "Third, we must mend the roads before the winter.\n\nThank you.\n",
    ),
    # numbers repeated
    Planted("repeat", body("一、查隐患", "二、抓整改", "二、严问责", "三、守底线")),
    Planted("repeat", body("一、查隐患", "二、抓整改", "二、严问责", "四、守底线")),
    Planted("repeat", body("一、安全", "（一）查隐患", "（二）抓整改", "（二）严问责")),
    Planted("repeat", body("1. 查隐患", "2. 抓整改", "2. 严问责", "3. 守底线")),
    Planted("repeat", body("一、查隐患", "一、抓整改", "二、严问责", "三、守底线")),
    # out of order
    Planted("out-of-order", body("一、查隐患", "三、严问责", "二、抓整改", "四、守底线")),
    Planted("out-of-order", body("（一）查隐患", "（三）严问责", "（二）抓整改", "（四）守底线")),
    # not from one
    Planted("not-from-one", body("二、查隐患", "三、抓整改", "四、严问责")),
    Planted("not-from-one", body("一、安全", "（二）查隐患", "（三）抓整改", "二、防汛")),
    # lone points
    Planted("lone", body("一、查隐患") + "谢谢大家！\n"),
    Planted("lone", body("一、安全生产", "（一）查隐患", "二、防汛抗旱", "三、信访稳定")),
    Planted("lone", run_in("一是思想上要重视。") + "希望大家抓好落实。\n"),
    Planted("lone", B + "\n第一，要把账算清楚，算准算细。" + C + "\n谢谢大家！\n"),
    Planted("lone", B + "原因很清楚：一是底子薄，人手少。" + C + "\n谢谢大家！\n"),
    # announced counts
    Planted(
        "count-not-kept",
        f"同志们：\n{B}下面，我讲三点意见。\n一、查隐患\n{B}\n二、抓整改\n{B}\n谢谢大家！\n",
    ),
    Planted(
        "count-not-kept",
        f"同志们：\n{B}下面，我讲两点意见。\n一、查隐患\n{B}\n二、抓整改\n{B}\n三、守底线\n{B}\n",
    ),
    Planted(
        "count-not-kept",
        f"同志们：\n{B}\n借此机会，我提四点要求：\n一是要快。{B}\n二是要实。{B}\n三是要新。{B}\n谢谢！\n",
    ),
    Planted(
        "count-not-kept",
        f"同志们：\n{B}\n下面，我强调五个方面的问题。\n（一）查隐患\n{B}\n（二）抓整改\n{B}\n"
        f"（三）严问责\n{B}\n谢谢大家！\n",
    ),
    # series of two kinds
    Planted("family-switch", run_in("首先，要查。", "其次，要改。", "第三，要问。")),
    Planted("family-switch", run_in("首先，要查。", "第二，要改。", "第三，要问。")),
    Planted("family-switch", run_in("第一，要查。", "其次，要改。")),
    Planted("family-switch", run_in("一是查得真。", "二是改得快。", "三要问得严。")),
    Planted("family-switch", run_in("其一，要查。", "其二，要改。", "第三，要问。")),
    # labels of two styles
    Planted("mixed-style", body("（一）查隐患", "(二)抓整改", "（三）严问责")),
    Planted("mixed-style", body("1. 查隐患", "2、抓整改", "3. 严问责")),
    Planted("mixed-style", body("一、查隐患", "二、抓整改", "3、严问责", "四、守底线")),
    Planted("mixed-style", body("一、查隐患", "（二）抓整改", "三、严问责", "四、守底线")),
    # levels skipped
    Planted("level-skipped", f"# 讲话\n\n## 安全\n\n{B}\n\n#### 隐患\n\n{B}\n\n## 防汛\n\n{B}\n"),
    Planted("level-skipped", f"# 讲话\n\n### 一、安全\n\n{B}\n\n### 二、防汛\n\n{B}\n"),
    Planted(
        "level-skipped",
        body(
            "一、安全生产",
            "（一）查隐患",
            "1. 查工厂",
            "2. 查学校",
            "（二）抓整改",
            "二、防汛抗旱",
            "1. 查水库",
            "2. 查河道",
        ),
    ),
    # signs behind labels
    Planted("label-punctuation", body("一.查隐患", "二.抓整改", "三.严问责")),
    Planted("label-punctuation", body("（一）、查隐患", "（二）、抓整改")),
    Planted("label-punctuation", body("（一）查隐患", "（二）、抓整改", "（三）严问责")),
    Planted("label-punctuation", run_in("第一、要查。", "第二、要改。")),
    Planted("label-punctuation", run_in("首先、要查。", "其次、要改。")),
    Planted("label-punctuation", run_in("①、要查。", "②、要改。")),
    Planted("label-punctuation", body("1、查隐患", "2、抓整改")),
    Planted("label-punctuation", body("一、安全", "（1）、查隐患", "（2）、抓整改", "二、防汛")),
    # headings without text
    Planted("no-body", body("一、查隐患") + "二、抓整改\n三、严问责\n" + B + "\n"),
    Planted("no-body", f"# 讲话\n\n## 安全\n\n## 防汛\n\n{B}\n\n## 信访\n\n{B}\n"),
    # headings too long
    Planted(
        "long-heading",
        body(
            "一、查隐患",
            "二、始终坚持以对群众高度负责的精神把安全生产的各项规定和各级各部门的责任一件一件"
            "不折不扣地落实到每一个企业每一个车间每一个班组每一个岗位每一名职工",
            "三、严问责",
        ),
    ),
    # full stops behind headings
    Planted("final-stop", body("一、查隐患", "二、抓整改。", "三、严问责")),
    Planted(
        "final-stop", body("一、好", "（一）查得真", "（二）改得快", "（三）问得严。", "二、再好")
    ),
    # without partner
    Planted("unbalanced", f"{B}\n会上提出“六个一工程，要求年底完成。{B}\n{C}\n"),
    Planted("unbalanced", f"{B}\n会上提出六个一”工程，要求年底完成。{B}\n{C}\n"),
    Planted("unbalanced", f"{B}\n三个镇（青石、白水、丁家今年要通水。{B}\n"),
    Planted("unbalanced", f"{B}\n县里印发了《防汛预案，各乡镇要学。{B}\n"),
    Planted("unbalanced", f"{B}\n要克服“等一等“的思想，马上就办。{B}\n"),
    Planted("unbalanced", f"{T}\n老人家說：「做人要實在。{T}\n{T}\n"),
    Planted("unbalanced", f"{B}\n三个镇青石、白水、丁家）今年要通水。{B}\n"),
    # masks
    Planted("masks", f"{B}*县的同志来过，*县的做法好，*县的路修得宽，**县也要学。{B}\n"),
    Planted("masks", f"{B}XX镇的同志来过，XX镇的做法好，XX镇的路修得宽，**镇也要学。{B}\n"),
    # suspect characters
    Planted("suspect-character", f"{B}孔子日：“三人行，必有我师焉。”{B}\n"),
    Planted("suspect-character", f"{B}到2O25年，全县要通水。{B}\n"),
    Planted("suspect-character", f"{B}从二O一五年起，全县年年丰收。{B}\n"),
    Planted("suspect-character", f"{B}面向末来，我们信心百倍。{B}\n"),
    Planted("suspect-character", f"{B}各项任务己经完成。{B}\n"),
    Planted("suspect-character", f"{B}这里有\ufffd\ufffd两个字。{B}\n"),
    Planted("suspect-character", body("（—）查隐患", "（二）抓整改", "（三）严问责")),
    Planted("suspect-character", f"{B}2016一2020年，全县修路三百里。{B}\n"),
)
