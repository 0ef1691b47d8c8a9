"""What is sent between processes in bulk arrives as it was."""

import pickle

from scrutiny.sharing import Sendable, alone, longest_first


class Sent(Sendable, frozen=True):
    """A value with a text."""

    text: str
    numbers: tuple[float, ...] = ()


def test_what_is_sent_arrives_as_it_was() -> None:
    for sent in (Sent("£5", (0.1, 2.0)), Sent("half a character: \ud800"), Sent("large", (2**70,))):
        received = pickle.loads(pickle.dumps(sent, pickle.HIGHEST_PROTOCOL))
        assert received == sent
        assert [type(number) for number in received.numbers] == [type(number) for number in sent.numbers]


def test_the_longest_is_begun_first_and_the_order_stays() -> None:
    begun: list[str] = []

    def work(part: str) -> str:
        begun.append(part)
        return part.upper()

    assert longest_first(["quay", "harbour", "a", "lamps"], work, alone, len) == ["QUAY", "HARBOUR", "A", "LAMPS"]
    assert begun == ["harbour", "lamps", "quay", "a"]
