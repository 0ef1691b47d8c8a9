"""Summaries as web pages, whose paragraphs, lists and tables are read as those of a text are."""

from scrutiny.products.summaries import claims_of_form


def test_a_page_is_read_as_a_text_is() -> None:
    """Cells may do without their end; a word that is set apart within its line stays in it."""
    for row in (
        "<tr><td>Elm<td>1,234</tr>",
        "<tr><td>Elm</td><td>1,234</td></tr>",
        "<tr></tr><tr><th>Elm<td>1,234</tr>",
    ):
        page = f"<h2>Pupils</h2><table><tr><th>School<th>Places</tr>{row}</table><p>It cost £<b>3.4</b>m\nin all.</p>"
        found = {claim.numeral.printed: (claim.line, claim.text) for claim in claims_of_form("a.html", ".html", page)}
        assert found == {"1,234": (1, "Elm | Places: 1,234"), "£3.4m": (1, "It cost £3.4m in all.")}, row
    lists = (
        "It spent 5 days there:\n\n- 12 visits\n- 40 letters\n",
        "<p>It spent 5 days there:</p><ul><li>- 12 visits<li>- 40 letters</ul>",
    )
    text, web = (claims_of_form("a", suffix, words) for suffix, words in zip((".md", ".html"), lists, strict=True))
    assert [(each.text, each.text_before) for each in web] == [(each.text, each.text_before) for each in text]


def test_a_comma_of_thousands_begins_no_cell_of_its_own() -> None:
    for row, expected in (
        ("Elm,£1,240,x", ["£1,240"]),
        ("Elm,about 1,240,x", ["1,240"]),
        ("Elm,12,240", ["12", "240"]),  # as many cells as headings
    ):
        found = claims_of_form("a.csv", ".csv", f"Place,Cost,Note\n{row}\n")
        assert [claim.numeral.printed for claim in found] == expected, row


def test_the_days_on_which_the_rows_of_a_tracker_came_to_be_may_be_no_claims() -> None:
    days = ("03/02/2021", "03/02/2021", "05/05/2021", "05/05/2021", "05/05/2021")
    for rows, soft in (
        (days, True),
        (("03/02/2021", "04/03/2021", "05/05/2021", "06/06/2021"), False),  # each row has its own
        ((*days[:4], "41 boats"), False),
        (days[:3], False),
    ):
        text = "Item,Figure,Raised\n" + "".join(f"Quay {at},{at}70 boats,{day}\n" for at, day in enumerate(rows, 2))
        found = [each for each in claims_of_form("a.csv", ".csv", text) if "| Raised: " in each.text]
        assert len(found) == len(rows), rows
        assert {each.soft for each in found} == {soft}, rows
