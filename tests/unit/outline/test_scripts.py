"""Simplified and traditional characters: the same text in both gives the same outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.outline import parse_outline

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.md"))
TEXTS = [path.read_text("utf-8").split("\n.\n")[1] + "\n" for path in FIXTURES]

#: characters of speeches in both scripts, simplified first
_TABLE = """
个個 们們 传傳 优優 会會 体體 关關 农農 决決 况況 几幾 动動 务務 劳勞 势勢 区區
协協 单單 历歷 压壓 厂廠 发發 变變 后後 听聽 员員 问問 国國 团團 园園 围圍 图圖
场場 坚堅 块塊 处處 备備 头頭 学學 宁寧 实實 审審 对對 导導 专專 将將 层層 岁歲
师師 带帶 帮幫 干幹 应應 开開 张張 强強 当當 录錄 忧憂 怀懷 态態 总總 战戰 户戶
执執 扩擴 报報 担擔 护護 拥擁 换換 据據 数數 断斷 无無 旧舊 时時 显顯 机機 权權
条條 来來 标標 样樣 检檢 楼樓 欢歡 气氣 汇匯 没沒 济濟 测測 浓濃 满滿 灾災 点點
热熱 环環 现現 产產 电電 画畫 着著 离離 种種 积積 称稱 稳穩 竞競 笔筆 节節 范範
筑築 类類 级級 红紅 约約 纪紀 组組 细細 织織 终終 经經 结結 给給 统統 继繼 续續
维維 编編 练練 网網 罚罰 义義 习習 职職 联聯 肃肅 举舉 艺藝 苏蘇 虽雖 补補 见見
观觀 规規 视視 亲親 觉覺 计計 订訂 认認 讨討 让讓 训訓 议議 记記 讲講 论論 设設
访訪 证證 评評 词詞 试試 话話 该該 语語 误誤 说說 请請 诺諾 读讀 课課 谁誰 调調
谈談 谋謀 谢謝 负負 财財 责責 败敗 质質 购購 贯貫 费費 资資 赛賽 赞贊 车車 转轉
轮輪 软軟 载載 较較 辆輛 输輸 达達 过過 还還 这這 进進 远遠 连連 迟遲 适適 选選
邮郵 钱錢 铁鐵 错錯 长長 门門 间間 队隊 阶階 际際 陈陳 难難 项項 顺順 须須 预預
领領 题題 颗顆 风風 飞飛 养養 馆館 马馬 验驗 两兩 严嚴 丰豐 临臨 为為 丽麗 么麼
乡鄉 书書 买買 乱亂 争爭 亏虧 云雲 亿億 仅僅 从從 仓倉 价價 众眾 伤傷 伟偉 儿兒
党黨 册冊 写寫 军軍 凤鳳 办辦 劝勸 励勵 华華 双雙 叶葉 号號 吗嗎 响響
"""
PAIRS = _TABLE.split()
HANT = {ord(pair[0]): pair[1] for pair in PAIRS}
HANS = {ord(pair[1]): pair[0] for pair in PAIRS}


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in FIXTURES])
def test_both_scripts_give_the_same_outline(text: str) -> None:
    found = [
        [
            (h.start, h.head_end, h.end, h.level, h.kind, h.label.translate(HANS))
            for h in parse_outline(text.translate(table)).headings
        ]
        for table in (HANS, HANT)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in FIXTURES])
def test_labels_and_titles_are_those_of_the_text(text: str) -> None:
    other = text.translate(HANT)
    for heading in parse_outline(other).headings:
        assert heading.label in other or heading.label in other.replace("\n", "")
        assert heading.title.split(" ")[0] in other.replace("\n", "")
