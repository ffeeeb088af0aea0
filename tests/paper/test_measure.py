"""What `wegwijzer paper` says of a sheet."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from wegwijzer.cli.main import main
from wegwijzer.paper.measure import measured


def drawn(draw):
    """A page of A4 on which something is drawn, as PDF."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def test_an_empty_sheet_and_a_full_one():
    """White paper is not used, black paper is."""
    (empty,) = measured(drawn(lambda canvas: canvas.showPage()))
    (full,) = measured(drawn(lambda canvas: canvas.rect(0, 0, *A4, fill=1)))
    assert (round(empty.width), round(empty.height)) == (210, 297)
    assert (empty.used, empty.smallest, full.used) == (0, 0, 1)


def test_half_a_sheet_and_its_smallest_letter():
    """The lower half black, and a word in the other half."""

    def draw(canvas):
        canvas.rect(0, 0, A4[0], A4[1] / 2, fill=1)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(100, 700, "klein")
        canvas.setFont("Helvetica", 20)
        canvas.drawString(100, 600, "groot")

    (sheet,) = measured(drawn(draw))
    assert sheet.smallest == pytest.approx(9)
    assert 0.5 <= sheet.used <= 0.6
    assert sheet.overlaps == 0


def test_words_on_words():
    """Two lines that stand on each other are one pair."""

    def draw(canvas):
        canvas.drawString(100, 700, "een regel")
        canvas.drawString(110, 703, "nog een regel")
        canvas.drawString(100, 500, "ver weg")

    assert measured(drawn(draw))[0].overlaps == 1


def test_the_command_prints_a_line_for_each_sheet(tmp_path, capsys):
    """And says which file it cannot read."""
    (tmp_path / "blad.pdf").write_bytes(drawn(lambda canvas: canvas.drawString(100, 700, "tekst")))
    assert main(["paper", str(tmp_path / "blad.pdf")]) == 0
    assert "blad.pdf 1: 210 × 297 mm, kleinste letter 12 pt" in capsys.readouterr().out
    (tmp_path / "geen.pdf").write_text("geen", encoding="utf-8")
    assert main(["paper", str(tmp_path / "geen.pdf")]) == 2
    assert "geen.pdf" in capsys.readouterr().err
