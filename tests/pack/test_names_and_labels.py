"""What a row at the head of a paper is: the name of a body, a title that ends with one, a label of a form."""

import pytest

from scrutiny.pack.bodies import is_body_and_date
from scrutiny.pack.labels import FieldKind, known_label


def test_a_title_with_what_it_says_of_its_subject_names_no_body() -> None:
    assert is_body_and_date("Harbour and Tides Scrutiny Committee: 4 March 2025")
    assert is_body_and_date("Harbour Committee: Dredging Sub-Committee")
    assert not is_body_and_date("Silt in the outer basin: findings of the working group")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Teitl yr adroddiad", FieldKind.TITLE),
        ("Adroddiad gan", FieldKind.FROM),
        ("Awdur yr adroddiad", FieldKind.FROM),
        ("Aelod Cabinet", FieldKind.HANDLING),
        ("Swyddog cyswllt", FieldKind.HANDLING),
        ("Adroddiad", None),
    ],
)
def test_the_labels_of_welsh_forms_are_known(label: str, kind: FieldKind | None) -> None:
    assert known_label(label) is kind
