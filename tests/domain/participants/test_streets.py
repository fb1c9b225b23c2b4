"""Street names in every writing that is usual."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.participants.streets import street_key


@pytest.mark.parametrize(
    ("official", "written"),
    [
        ("'t Hof", ("’t Hof", "`t hof", "t Hof", "Het Hof", "'T HOF")),
        ("Burgemeester de Widtstraat", ("Burg. de Widtstraat", "Burg de Widtstr.", "burgem. De Widtstr")),
        ("Doctor Abraham Kuyperlaan", ("Dr. Abraham Kuyperlaan", "dr abraham kuijperlaan", "Dokter Abraham Kuyperln.")),
        ("Sint Jansstraat", ("St. Jansstraat", "St Jansstr", "Sint-Jansstraat")),
        ("Professor van der Waalsstraat", ("Prof. v.d. Waalsstraat", "Prof vd Waalsstr.", "prof. v/d Waalsstraat")),
        ("Mr. Th. Heemskerklaan", ("Meester Th Heemskerklaan", "mr th. heemskerklaan")),
        ("Van den Bergstraat", ("v.d. Bergstraat", "v. d. Bergstr.", "van de Bergstraat", "V D Bergstraat")),
        ("J.P. Heijestraat", ("JP Heijestraat", "J. P. Heyestr.", "j.p. heĳestraat")),
        ("Élisabethlaan", ("Elisabethlaan", "E\u0301lisabethlaan", "Elisabethln")),
        ("Jan van Nassau-straat", ("Jan van Nassaustraat", "Jan v. Nassaustr.", "Jan van Nassau–straat")),
        ("Eerste Hogeweg", ("1e Hogeweg", "1ste Hogeweg", "1e Hogewg")),
        ("Prins Hendrikplein", ("Pr. Hendrikplein", "Prins Hendrikpln.")),
        ("'s-Gravenstraat", ("’s Gravenstraat", "s-Gravenstr.")),
        ("Leusderweg", ("Leus\u00adderweg", "LEUSDERWEG", " Leusderweg\u00a0")),
    ],
)
def test_one_street_in_many_writings(official: str, written: tuple[str, ...]) -> None:
    assert [name for name in written if street_key(name) != street_key(official)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("Leusderweg", "Leusderstraat"), ("Kerkstraat", "Kerklaan"), ("Dr. Kuyperlaan", "Ds. Kuyperlaan")),
        *(("Eerste Hogeweg", "Tweede Hogeweg"), ("Hoogstraat", "Laagstraat"), ("Sint Jansplein", "Sint Annaplein")),
    ],
)
def test_two_streets_stay_two(one: str, other: str) -> None:
    assert street_key(one) != street_key(other)


@given(st.text(max_size=60))
def test_whatever_is_typed_has_a_key_whatever_its_capitals_and_spaces(name: str) -> None:
    assert street_key(f"  {name} ") == street_key(name)
