"""Whatever is sent: nothing raises, no sentence is lost, and the file can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from praxis.editing.forms import FORMS
from praxis.editing.inputs import read_bytes
from praxis.editing.proposals import propose
from praxis.editing.texts import clean
from praxis.frontmatter import split_head
from praxis.library import Library
from praxis.source import Source
from tests.editing.filled import library as small_library

_WORDS = re.compile(r"[^\W_]+")
_LABELS = [question.label for form in FORMS.values() for question in form.questions]
_SENTENCES = st.lists(
    st.sampled_from(
        [
            "Die Hebamme kommt", "„Niemand muss“, sagt sie", "Das kostet 10.000 € im Jahr", "Kinder < 3 Jahre zählen",
            "seit 2012", "0 bis 3", "Siehe https://a.example/b?c=1", "zugaenge", "We visit families", "läuft: ja",
            "- [ ] offen", "~~~", "```", "---", "### Eigenes", "<b>fett</b>", "<script>x()</script>", "a) erstens",
            "\u202eversteckt", "Titel: Besuche", "{{ config }}", "![b](javascript:x)", "> Zitat", "[x](y.md)",
        ]
    ),
    min_size=1,
    max_size=6,
)  # fmt: skip
_BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", " ", "\n• ", "\n- ", "\n\t", "\u2028", "<br>"])
_PARTS = st.one_of(
    st.tuples(st.sampled_from(_LABELS), _SENTENCES, _BREAKS).map(lambda p: f"### {p[0]}\n\n{p[2].join(p[1])}\n"),
    st.tuples(_SENTENCES, _BREAKS).map(lambda p: p[1].join(p[0])),
    st.text(max_size=200),
)
_FORMS = st.lists(_PARTS, max_size=12).map("\n".join)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root: Path = tmp_path_factory.mktemp("formulare")
    return small_library(root)


def words(text: str) -> list[str]:
    return _WORDS.findall(clean(text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=_FORMS)
def test_a_form_never_raises_and_its_file_can_be_read(library: Library, text: str) -> None:
    proposal = propose(library, text)
    if not re.search(r"^---", clean(text), re.MULTILINE):
        head, findings = split_head(Source(proposal.path, proposal.text))
        assert head is not None
        assert findings == []
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", proposal.id)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    question=st.sampled_from([q for form in FORMS.values() for q in form.questions if q.kind != "consent"]),
    sentences=_SENTENCES,
    line_break=_BREAKS,
)
def test_no_sentence_of_an_answer_is_lost(library: Library, question, sentences, line_break) -> None:  # type: ignore[no-untyped-def]
    """Every word of every sentence stands in the file: in a field, in the text, or under „Nicht zugeordnet“."""
    form = next(form for form in FORMS.values() if question in form.questions)
    answer = line_break.join(sentences)
    proposal = propose(library, f"### {question.label}\n\n{answer}\n", form.type.kind)
    kept = set(words(proposal.text)) | {"0", "bis", "seit", "Titel"} | set(words("b br"))
    lost = [word for word in words(answer) if word not in kept and word.lower() not in ("ja", "läuft")]
    assert not lost, proposal.text


@settings(max_examples=100, deadline=None)
@given(raw=st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_as_text(raw: bytes) -> None:
    assert isinstance(read_bytes(raw), str)
