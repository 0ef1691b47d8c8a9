"""What a pack withholds: every private page and passage, and nothing public."""

from pathlib import Path

import pytest
from PIL import Image

from scrutiny.findings import FindingCode
from scrutiny.pack import MarkKind
from scrutiny.pack.public import open_paper
from scrutiny.pdf import draw_region
from scrutiny.sources import Box
from tests.builders.paper import PackBuilder
from tests.builders.paragraphs import draw
from tests.builders.reading import read_pack
from tests.builders.withheld import MARKED, PUBLIC, SECRET, UNMARKED, Paper, build, secret_text
from tests.conftest import PackFile


def drawn(paper: Paper, folder: Path) -> Path:
    path = folder / "pack.pdf"
    path.write_bytes(build(paper))
    return path


@pytest.mark.parametrize("paper", MARKED, ids=lambda paper: paper.name)
def test_what_is_marked_is_withheld(paper: Paper, tmp_path: Path) -> None:
    path = drawn(paper, tmp_path)
    pack, whole = read_pack(path), read_pack(path, include_exempt=True)
    secret = [SECRET in text for text in whole.page_texts]
    assert any(secret)
    assert not any(SECRET in text for text in pack.page_texts)
    assert SECRET not in repr(pack)
    # the public table, and every public line of the minutes, stays
    assert [PUBLIC in text for text in pack.page_texts] == [PUBLIC in text for text in whole.page_texts]
    assert "Director of Housing agreed to circulate" in pack.page_texts[2]
    found = [finding for finding in pack.findings if finding.code is FindingCode.EXEMPT_WITHHELD]
    assert found
    assert all(finding.printed in finding.message for finding in found if finding.printed)
    with open_paper(path, pack) as pdf:
        for page in pdf.pages():
            read = (page.text, *(line.text for line in page.lines), *(word.text for word in page.words))
            assert not any(SECRET in text for text in read)
            assert not page.blank or (page.rules, page.pictured) == ((), False)


@pytest.mark.parametrize("paper", UNMARKED, ids=lambda paper: paper.name)
def test_what_only_talks_of_exemption_is_shown(paper: Paper, tmp_path: Path) -> None:
    path = drawn(paper, tmp_path)
    assert read_pack(path).withheld == ()


def test_the_public_agenda_keeps_its_titles(tmp_path: Path) -> None:
    pack = read_pack(drawn(MARKED[0], tmp_path))
    assert [item.title for item in pack.items][-1] == "Cleaning Contract"
    assert [document.title for document in pack.documents if document.exempt] == ["Cleaning Contract"]


def test_a_title_that_the_agenda_does_not_print_is_withheld(pack_file: PackFile) -> None:
    builder = PackBuilder(title=f"Bid of {SECRET} Ltd")
    builder.begin("1", "1 Public")
    builder.line("Words")
    builder.begin("2", f"2 Bid of {SECRET} Ltd (Exempt)")
    secret_text(builder)
    pack = read_pack(pack_file(builder))
    assert [document.title for document in pack.documents] == ["Public", "withheld"]


def test_a_private_paper_alone_gives_nothing(pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False, numbers=False, title=f"Bid of {SECRET} Ltd")
    builder.new_page()
    builder.line("NOT FOR PUBLICATION", bold=True)
    secret_text(builder)
    pack = read_pack(pack_file(builder))
    assert SECRET not in repr(pack)
    assert [each.kind for each in pack.withheld] == [MarkKind.PAGE]


def test_a_report_beside_a_marked_appendix_is_withheld_unless_it_says_it_is_public(tmp_path: Path) -> None:
    """A pack that holds the appendix is not the public one, so that an unmarked report in it is doubtful."""
    doubtful = Paper(name="", appendix="Appendix 1", head=("CONFIDENTIAL",))
    assert [each.kind for each in read_pack(drawn(doubtful, tmp_path)).withheld] == [MarkKind.COMPANION, MarkKind.PAGE]
    public = Paper(name="", appendix="Appendix 1", head=("CONFIDENTIAL",), report_says=("This report is public",))
    assert [each.kind for each in read_pack(drawn(public, tmp_path)).withheld] == [MarkKind.PAGE]


def test_a_page_that_stands_for_what_was_left_out_says_nothing_of_the_report(pack_file: PackFile) -> None:
    """So public packs are made: the report, and behind it a page that names the ground in law."""
    builder = PackBuilder()
    builder.begin("4", "4 Cleaning Contract")
    builder.heading("Cleaning Contract")
    builder.para("The contract ends in May.")
    builder.begin(None, "Appendix 1", level=1)
    builder.line("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A")
    builder.line("of the Local Government Act 1972.")
    builder.line("Document is Restricted")
    builder.begin("5", "5 Next")
    builder.line("Words")
    pack = read_pack(pack_file(builder))
    assert [(each.pdf_first, each.pdf_last) for each in pack.withheld] == [(2, 2)]


def test_a_passage_is_painted_over(tmp_path: Path) -> None:
    paper = next(paper for paper in MARKED if paper.name == "minutes: heading")
    path = drawn(paper, tmp_path)
    pack, whole = read_pack(path), read_pack(path, include_exempt=True)
    passage = pack.withheld[0]
    assert passage.top is not None
    below = Box(left=72, top=passage.top + 20, right=500, bottom=passage.top + 70)
    shades = []
    for each in (pack, whole):
        with open_paper(path, each) as pdf, pdf.page(passage.pdf_first) as page:
            picture = draw_region(page, below)
        (tmp_path / "seen.png").write_bytes(picture.png)
        shades.append(len(set(Image.open(tmp_path / "seen.png").convert("L").tobytes())))
    assert shades[0] == 1
    assert shades[1] > 1


def test_a_private_agenda_gives_no_title(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.line("PRIVATE AGENDA - NOT FOR PUBLICATION", bold=True)
    builder.heading("AGENDA")
    builder.line(f"3. Bid of {SECRET} Ltd (Pages 2 - 2)")
    builder.begin("3", f"3 Bid of {SECRET} Ltd")
    secret_text(builder)
    pack = read_pack(pack_file(builder))
    assert SECRET not in repr(pack)
    assert all(document.exempt for document in pack.documents)


def test_a_resolution_that_names_items_leaves_the_others(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.heading("AGENDA")
    rows = ("3. Homes (Pages 2 - 2)", "To resolve that the public be excluded for items 4 and 6", "4. Cleaning (Pages 3 - 3)",
            "5. Roads (Pages 4 - 4)", "6. Staffing (Pages 5 - 5)")  # fmt: skip
    for row in rows:
        builder.gap(6)
        builder.line(row)
    for number, title in (("3", "Homes"), ("4", "Cleaning"), ("5", "Roads"), ("6", "Staffing")):
        builder.begin(number, f"{number} {title}")
        builder.heading(title)
        builder.para("Words of a report.")
    pack = read_pack(pack_file(builder))
    assert [document.item for document in pack.documents if document.exempt] == ["4", "6"]


def test_a_private_annex_in_a_public_report(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin("3", "3 Homes")
    builder.heading("Homes")
    builder.para(f"{PUBLIC} has ten.")
    builder.line("EXEMPT ANNEX", bold=True)
    secret_text(builder)
    pack = read_pack(pack_file(builder))
    assert PUBLIC in pack.page_texts[0]
    assert SECRET not in pack.page_texts[0]


def test_private_minutes_over_pages_end_with_the_return_of_the_public(pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False, numbers=False)
    builder.new_page()
    builder.heading("Minutes of the Housing Committee held on 4 March 2025", size=12)
    builder.line("Present: Councillor Ash")
    builder.para("47. Exclusion of the public")
    builder.para("RESOLVED: That the public be excluded for the following items of business.")
    builder.para("48. Cleaning")
    builder.para(f"RESOLVED: That {SECRET} Ltd be appointed.")
    builder.new_page()
    builder.para("49. Staffing")
    builder.para(f"{SECRET} leaves.")
    builder.para("The press and public were readmitted to the meeting.")
    builder.para("50. Other business")
    builder.para(f"{PUBLIC} was raised.")
    pack = read_pack(pack_file(builder))
    assert SECRET not in "".join(pack.page_texts)
    assert PUBLIC in pack.page_texts[1]
    assert [each.kind for each in pack.withheld] == [MarkKind.PASSAGE]


CLOSED = (
    "The Chair asked the public and press to leave before this item.",
    "Members went into Part 2 at 8pm.",
    "The press and public having withdrawn, the Committee discussed the costs.",
    "Discussion of this item took place in private.",
    "The Board met in closed session to discuss the matter.",
    "The recording was stopped as the report contained confidential information.",
    "The Panel noted a confidential briefing by the solicitor.",
    "This minute is exempt under paragraph 3.",
    "No members of the public were present for this item as it concerned exempt information.",
    "Minute closed to the public.",
    "The remaining business was transacted in the absence of the press and public.",
    "Following a vote, the public gallery was vacated.",
    "At this juncture the meeting became confidential.",
    "The meeting moved to exempt business at 7.30pm.",
    "Livestreaming ended and the exempt report was considered.",
    "The Committee had before it a report (not open to the public) by the Director of Finance.",
    "In accordance with Regulation 4(2) of the 2012 Regulations this item was considered in the absence of the public.",
    "The public gallery was cleared before this item.",
    "The committee considered an exempt report of the Director of Finance.",
    "Under section 100I, and because of the information it contains, this matter was discussed without the public being present.",
    "Councillors then considered a report which had been circulated to members only.",
    "The item was heard behind closed doors.",
    "The Committee considered the confidential report of the Monitoring Officer.",
    "The above item was dealt with while the public were excluded.",
    "Observers were asked to leave the room.",
    "The public were not admitted for this item.",
    "Members considered a paper which was exempt by virtue of paragraph 2.",
    "Those present who were not members of the Committee left the meeting at 8.05pm and the discussion was not minuted in public.",
    "There was submitted a private report by the Executive Director of Resources.",
    "There had been circulated a joint report (exempt, paragraphs 1 and 11 of Schedule 7A) by the Chief Officers.",
    "[The report on this item was not for publication.]",
    "Standing Orders were suspended and the Parish Council moved into closed session, the two parishioners leaving the hall.",
    "Under the Public Bodies (Admission to Meetings) Act 1960 the remaining parishioners were requested to withdraw, and did so.",
    "The Clerk asked the remaining parishioner to leave as a staffing matter was to be discussed.",
    "Councillors discussed the matter in confidential session.",
    "Members considered a pink paper from the Head of Human Resources.",
    "Copies of the confidential paper were handed round and collected in at the end of the item.",
    "The discussion on this report took place in Part II.",
    "Transmission ended at 8.10pm and the meeting proceeded in private.",
    "Strictly private and confidential - not to be disclosed outside the Council.",
    "The report before the Committee was marked private and confidential.",
    "The Section 151 Officer presented a report which was restricted to Members of the Committee.",
    "The Monitoring Officer's view on the public interest test, as set out in the report, was accepted and the Committee met in private under paragraph 12 of Schedule 12A.",
    "Only Members of the Committee and the advising officers remained in the room for this item.",
    "The representatives of the press, and all others not entitled to be present, retired from the Chamber.",
    "The meeting was closed to the press and public at 9.05pm.",
    "The report had been withheld from publication because it contained information relating to the financial affairs of an individual.",
    "Exempt minute: Category 1, information relating to any individual.",
    "The detailed discussion of this item is recorded in a separate exempt minute.",
    "The Committee considered an exempt report on the leisure service contract.",
    "The Head of Legal explained the claim in confidential session.",
    "Following a question, members considered the exempt report on the claim.",
    "The Panel received a confidential report on the appeal that was lost.",
    "The Committee discussed in private the policy on settlements.",
    "Members considered an exempt report on what would happen to the site.",
    "An exempt report on the land to be sold was considered.",
    "The Board received an exempt report on the contract signed by the Director.",
    "The Committee considered a confidential report on last year's losses.",
    "RESOLVED: That the public be excluded for the following item, the refusal of rate relief.",
    "The Committee had before it a confidential report on the land to be handed back.",
    "RESOLVED: on the motion of Councillor Ash, that the public be excluded; the tender had been withdrawn.",
    "Members considered the exempt report on the rejected bids.",
    "In response to concerns about cost, the Committee discussed the item in private.",
    "The Committee, having heard the petition, went into private session.",
    "The recording was paused and the public gallery was empty before the matter was considered.",
    "The live stream ended so that the Committee could discuss the circumstances of an individual.",
    "The sound was cut at this point and the meeting carried on with officers alone.",
    "Observers were asked to log off before the discussion.",
    "Two members of the public who had joined online were returned to the lobby.",
    "Those watching online were put into the waiting room until the item was over.",
    "The minute of this item is recorded separately and held by the Monitoring Officer.",
    "The Chair asked for the broadcast to be switched off as the discussion was exempt by virtue of paragraph 12.",
    "RESOLVED that the public be not admitted to the remainder of the meeting.",
    "Councillors considered a staffing matter with no members of the public present.",
    "Only voting members and the Clerk stayed for this item.",
    "The public part of the meeting ended at 8.05pm.",
    "Roedd yr adroddiad yn eithriedig o dan baragraff 14 Atodlen 12A.",
    "Yr oedd y cyhoedd wedi gadael y cyfarfod cyn trafod yr eitem.",
    "Roedd y cyhoedd wedi gadael y cyfarfod, ac nid oedd neb yn yr oriel.",
    "Nid oedd y wasg yn gallu aros gan fod yr adroddiad yn eithriedig.",
    "It was put to the meeting whether the public should leave the room, and so resolved.",
    "The public having withdrawn, the Head of Estates reported an offer for the depot.",
    "Members of the public withdrew, the Clerk explained the offer.",
    "The press and public left the meeting, the Director confirmed the sum.",
    "Having excluded the public, the Committee heard what the claim would cost, the Solicitor explained.",
    "RESOLVED that the press and public be excluded by virtue of paragraph 3 of Schedule 12A.",
    "The public were excluded by resolution.",
)
"""How a clerk may record that the public was not there for an item, or that its paper was private."""
TALK = (
    "No members of the public were present.",
    "Mr Hall said that decisions were taken behind closed doors.",
    "A resident complained that the last budget was discussed without the public present.",
    "The Committee considered the report of the Director in public session.",
    "Two members of the public left the meeting at 7.15pm.",
    "The Committee noted that there were no exempt reports.",
    "The Chair explained that an exempt report would be considered in May.",
    "The Committee discussed confidential support for victims of abuse.",
    "The Panel considered a report on private sector housing.",
    "Councillor Reed asked whether the item had been considered in private.",
    "The Committee received a report on restricted access to the town centre.",
    "The public were asked to leave feedback on the website.",
    "The Panel heard that the gallery was closed for repairs.",
    "The report had been circulated to members on Monday.",
    "The Committee considered a report on the confidential helpline.",
    "Two residents complained that the press and public had been excluded from the January meeting.",
    "A member of the public asked why the lease had been considered in private session last year.",
    "Councillor Fenn said that too much business was being taken in Part II.",
    "In reply to a question, the Chief Executive explained when the law allows the public to be excluded.",
    "The Committee reviewed the policy on excluding the press and public from meetings.",
    "The Monitoring Officer proposed changes to the Access to Information Procedure Rules, including the rules on exempt reports.",
    "It was noted that the exempt minutes of the meeting held on 14 January 2025 had been signed by the Chair.",
    "The Clerk reported that there were no confidential items on the agenda.",
    "There was no business which required the exclusion of the press and public.",
    "The Chair confirmed that no part of the report was exempt.",
    "A motion to exclude the press and public was put to the vote and lost.",
    "The Committee decided not to exclude the public and the report was taken in open session.",
    "It was agreed that the report, previously exempt, be considered in public.",
    "The press and public were readmitted to the meeting at 8.20pm.",
    "The public returned to the Chamber and the live stream was restarted.",
    "The Committee resumed in open session.",
    "The Director said that a further report, likely to be exempt, would be brought to the June meeting.",
    "An exempt report on the sale of the depot would be submitted to Cabinet in the autumn.",
    "The footpaths officer reported that the public right of way across the common was closed.",
    "The Panel heard that the park had been closed to the public since the storm.",
    "Members noted that the public toilets would be closed during the works.",
    "The Committee received a private sector briefing on licences.",
    "The Committee considered the restricted funds report.",
    "In the light of the objections by the public, the scheme was withdrawn.",
    "Comments from the public were read out and the motion was withdrawn.",
    "After questions from the public, officers confirmed that the works were not permitted.",
    "A briefing in private session on the new depot was requested.",
    "The toilets were closed to the public for a week.",
    "She was told that members were welcome on condition that the papers remained confidential until then.",
    "The office was closed to the public in May, the Chair recalled.",
    "A letter marked private and confidential had been sent to each tenant, the officer reported.",
    "The public excluded by the age limit included carers.",
    "The webcast was interrupted because of a fault and then resumed.",
    "The recording stopped during the discussion owing to a fault.",
    "The sound and picture were lost for a short time.",
    "Those watching online were thanked for their patience.",
    "There being no members of the public present, the Chair moved to the next item.",
    "A separate record of attendance is kept by the Clerk.",
    "The minutes of that item were approved and the separate budget noted.",
    "The record of the debate was put in a separate folder of the website.",
    "Nid oedd yr adroddiad yn eithriedig.",
    "Gadawodd y Cynghorydd y cyfarfod am 7.30pm.",
)
"""What only speaks of it, or of something else."""


def minuted(sentence: str, folder: Path, heading: str = "Pension strain costs") -> str:
    """What is read of minutes whose third item has the sentence above a resolution on a payment."""
    path = folder / "minutes.pdf"
    rows = (
        "WRENDALE DISTRICT COUNCIL",
        "MINUTES of the Overview and Scrutiny Committee held on Tuesday 4 March 2025",
        "1. Apologies",
        "There were none.",
        "2. Leisure contract",
        "RESOLVED: That the report be noted.",
        f"3. {heading}",
        sentence,
        "RESOLVED: That the Chief Executive write to Mr B Jones offering £187,450 by 30 April 2025.",
    )
    path.write_bytes(draw(*rows).data())
    return "".join(read_pack(path).page_texts)


@pytest.mark.parametrize("sentence", CLOSED)
def test_the_record_of_private_business_closes_its_item(sentence: str, tmp_path: Path) -> None:
    assert "187,450" not in minuted(sentence, tmp_path)


@pytest.mark.parametrize("heading", ("Private and confidential matters", "Exempt business"))
def test_an_item_of_minutes_may_be_named_by_its_status(heading: str, tmp_path: Path) -> None:
    assert "187,450" not in minuted("The Committee received the figures.", tmp_path, heading=heading)


@pytest.mark.parametrize(
    "sentence",
    ("No matters were raised beyond the pension claim.", "There were none last month; a claim came in since."),
)
def test_an_item_named_so_is_private_though_its_text_denies_something(sentence: str, tmp_path: Path) -> None:
    assert "187,450" not in minuted(sentence, tmp_path, heading="Exempt business")


def test_an_item_named_so_with_nothing_under_it_is_public(tmp_path: Path) -> None:
    assert "187,450" in minuted("There were none.", tmp_path, heading="Exempt business")


@pytest.mark.parametrize(
    "field", ("Report status: PRIVATE", "Publication status: Closed", "Public or private: Private")
)
def test_the_date_on_a_front_does_not_begin_its_text(field: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(
        draw("WRENDALE DISTRICT COUNCIL", "Cabinet", "4 March 2025", "Pensions", field, "It cost £9.").data()
    )
    assert read_pack(path).withheld


@pytest.mark.parametrize("sentence", TALK)
def test_talk_of_private_business_closes_nothing(sentence: str, tmp_path: Path) -> None:
    assert "187,450" in minuted(sentence, tmp_path)
