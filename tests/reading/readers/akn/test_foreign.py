"""Akoma Ntoso that others write: statements in the profile of the United Nations, and acts of
countries. All made up, of the shape of real ones."""

import re
from pathlib import Path

import pytest

from desktop_app.reading.files import resolution_in, versions_in
from desktop_app.reading.readers import akn
from desktop_app.resolution.model import DocumentKind, Resolution
from tests.support.texts import clause, ids, outline

_NS = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"'


def _meta(language: str) -> str:
    return f"""<meta><identification source="#un"><FRBRWork>
  <FRBRthis value="/akn/un/statement/deliberation/un-ga/1991-12-19/46-182/!main"/>
  <FRBRdate date="1991-12-19" name="adoption"/></FRBRWork><FRBRExpression>
  <FRBRlanguage language="{language}"/></FRBRExpression></identification>
  <notes source="#un"><note eId="n"><p>No part of the text.</p></note></notes></meta>"""


_STATEMENT = """
  <preface>
    <container name="masthead"><p><docNumber>A/RES/90/17</docNumber></p>
      <p><docType>Resolution</docType> adopted by the General Assembly on
         <docDate date="2035-12-09">9 December 2035</docDate></p></container>
    <longTitle><p><docNumber>90/17.</docNumber> <docTitle>Lighthouses of the open
      sea</docTitle></p></longTitle>
  </preface>
  <preamble>
    <formula name="enactingFormula"><p>The General Assembly,</p></formula>
    <container name="preamble"><p><i>Recalling</i> its resolution <ref
      href="/akn/un/statement/deliberation/un-ga/2025-12-08/80-12/">80/12</ref> of 8 December
      2025,<authorialNote marker="1" placement="bottom" eId="fn1"><p>See
      <ref href="#">A/80/12</ref>.</p></authorialNote></p>
      <block name="recital"><i>Noting</i> the report of the Secretary-General,</block></container>
  </preamble>
  <mainBody>
    <section eId="sec_1"><num>I</num><heading>Lights that burn</heading>
      <paragraph eId="para_1"><num>1.</num><content><p><i>Calls upon</i> all States to light
        them;<noteRef href="#fn1" marker="1"/></p></content></paragraph>
      <paragraph eId="para_2"><num>2.</num>
        <content><blockList><listIntroduction><i>Requests</i> the
            Secretary-General:</listIntroduction>
          <item><num>(a)</num><p>To count them;</p></item>
          <item><num>(b)</num><p>To report on 10<sup>6</sup> of them.</p></item>
        </blockList></content></paragraph>
    </section>
  </mainBody>
  <conclusions><p>64th plenary meeting</p><p>9 December 2035</p></conclusions>
  <attachments><attachment><heading>Annex</heading><subheading>Rules of lighthouses</subheading>
    <doc name="annex"><meta/><mainBody>
      <paragraph><num>1.</num><content><p>A lighthouse is lit at night.</p></content></paragraph>
      <paragraph><num>2.</num><content><table><tr><th><p>Member</p></th><th><p>Lights</p></th></tr>
        <tr><td><p>Alandia</p></td><td><p>12</p></td></tr></table></content></paragraph>
    </mainBody></doc></attachment></attachments>
"""


def _akn(body: str, top: str = "statement", language: str = "eng") -> bytes:
    text = (
        f"<akomaNtoso {_NS}><{top} name='resolution'>{_meta(language)}{body}</{top}></akomaNtoso>"
    )
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + text.encode()


def _read(data: bytes) -> Resolution:
    assert akn.READER.recognises(data)
    return resolution_in(data, Path("a.xml"))


def test_a_statement_of_the_united_nations() -> None:
    found = _read(_akn(_STATEMENT))
    assert (found.language, found.masthead.symbol) == ("en", "A/RES/90/17")
    assert found.masthead.title == "Lighthouses of the open sea"
    assert found.masthead.adopted == "2035-12-09"
    assert ids(found) == [
        "pp1", "pp2", "op1", "op2", "op2.a", "op2.b", "annex.1", "annex.2", "annex.2.t1"
    ]  # fmt: skip
    assert clause(found, "pp1").text == "Recalling its resolution 80/12 of 8 December 2025,"
    assert (clause(found, "pp1").notes, clause(found, "op1").notes) == (("fn1",), ("fn1",))
    assert [note.text for note in found.footnotes] == ["See A/80/12."]
    assert clause(found, "op2.b").mark == "(b)"
    assert "section1 (section) I Lights that burn" in outline(found)
    assert [line.text for line in found.closing] == ["64th plenary meeting", "9 December 2035"]
    assert "No part of the text" not in outline(found)


def test_the_prefix_of_the_namespace_makes_no_difference() -> None:
    data = _akn(_STATEMENT).decode().replace("xmlns=", "xmlns:an=")
    named = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1an:", data)
    assert outline(_read(named.encode())) == outline(_read(_akn(_STATEMENT)))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_other_encodings(encoding: str) -> None:
    text = _akn(_STATEMENT.replace("Alandia", "Ålandia")).decode()
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    data = text.replace("UTF-8", declared).encode(encoding)
    found = _read(data)
    assert "Ålandia" in outline(found)


_ACT = """
  <preface><p class="title"><docTitle>Lighthouse Act</docTitle>, <docNumber>No. 12</docNumber> of
    2031</p></preface>
  <preamble><p>WHEREAS the lights of the coast are to burn;</p></preamble>
  <body>
    <part eId="part_1"><num>Part 1</num><heading>Lights</heading>
      <section eId="sec_1"><num>1.</num><heading>Definitions</heading>
        <subsection><num>(1)</num><content><p>In this Act a light is a
          <term refersTo="#light">light</term> of the coast.</p></content></subsection>
        <subsection><num>(2)</num>
          <intro><p>A keeper must</p></intro>
          <paragraph><num>(a)</num><content><p>light it; and</p></content></paragraph>
          <paragraph><num>(b)</num><content><p>watch it,</p></content></paragraph>
          <wrapUp><p>every night of the year.</p></wrapUp>
        </subsection></section>
      <section eId="sec_2"><num>2.</num><heading>Old lights <del>and bells</del></heading>
        <content><p>Old lights stay.</p></content></section>
    </part>
  </body>
"""


def test_an_act_of_a_country_loses_no_word() -> None:
    found = _read(_akn(_ACT, "act"))
    shown = " ".join(outline(found).split())
    for words in (
        "Lighthouse Act", "No. 12", "WHEREAS the lights of the coast are to burn;",
        "1. Definitions",
        "(1) In this Act a light is a light of the coast.", "(a) light it; and", "(b) watch it,",
        "every night of the year.", "2. Old lights", "Old lights stay.", "Part 1", "Lights",
    ):  # fmt: skip
        assert words in shown.replace("|", ""), words
    assert "bells" not in shown
    assert shown.index("A keeper must") < shown.index("(a) light") < shown.index("every night")
    assert found.masthead.symbol == ""


_TREATY = """
  <preface><p><docTitle>Convention on Lighthouses</docTitle></p></preface>
  <preamble><p>The States Parties to the present Convention,</p>
    <p>Convinced that lights save lives,</p><p>Have agreed as follows:</p></preamble>
  <body>
    <article><num>Article 1</num><heading>Lights</heading>
      <paragraph><num>1.</num><content><p>Each Party lights its lights.</p></content></paragraph>
      <paragraph><num>2.</num><content><p>No Party puts out a light.</p></content></paragraph>
    </article>
    <article><num>Article 2</num><heading>Bells</heading>
      <paragraph><num>1.</num><content><p>Each Party rings its bells.</p></content></paragraph>
    </article>
    <article><num>Article 3</num><heading>Signature</heading>
      <paragraph><num>1.</num><content><p>The Convention is open for signature.</p></content>
      </paragraph></article>
  </body>
"""


def test_a_treaty_has_its_articles() -> None:
    found = _read(_akn(_TREATY, "act"))
    assert found.kind is DocumentKind.TREATY
    assert [part.id for part in found.divisions() if "art" in part.id] == ["art1", "art2", "art3"]


def test_a_collection_of_two_languages_is_a_pair() -> None:
    french = (
        _STATEMENT.replace("The General Assembly,", "L'Assemblée générale,")
        .replace("Recalling", "Rappelant")
        .replace("Noting", "Notant")
        .replace("Calls upon", "Demande à")
        .replace("Requests", "Prie")
        .replace("<heading>Annex<", "<heading>Annexe<")
    )
    parts = "".join(
        f"<component><statement>{_meta(language)}{body}</statement></component>"
        for language, body in (("eng", _STATEMENT), ("fra", french))
    )
    text = (
        f"<akomaNtoso {_NS}><documentCollection><meta/><collectionBody>{parts}</collectionBody>"
        "</documentCollection></akomaNtoso>"
    )
    found = versions_in(text.encode(), Path("a.xml"))
    assert found.target
    assert (found.source.language, found.target.language) == ("en", "fr")
    assert ids(found.source) == ids(found.target)
