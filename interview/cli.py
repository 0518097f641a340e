"""The commands. Each imports what it needs itself, so that none pays for another's screen.

Exit codes: 0 done, 1 problems found, 2 wrong usage, 3 cannot read or write, 70 a fault of the
program, 130 interrupted.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from interview.exits import DONE, PROBLEMS, UNREADABLE

if TYPE_CHECKING:
    from interview.exporting import Written
    from interview.session import Session
    from outputs.agreement import Agreement, Partner
    from questions.model import Bank, Depth

_BANK = click.option(
    "--bank",
    type=click.Path(path_type=Path),
    help="A folder of questions to use instead of the bundled ones.",
)
_PLAIN = click.option(
    "--plain", is_flag=True, help="Line by line, without a full screen; for screen readers too."
)
_FILE = click.Path(path_type=Path)


class _Guarded(click.Group):
    """Commands whose complaints about what was typed pass the gate as well."""

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        with _safe_complaints():
            return super().make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        with _safe_complaints():
            return super().invoke(ctx)


@contextlib.contextmanager
def _safe_complaints() -> Iterator[None]:
    from questions.text import safe

    try:
        yield
    except click.ClickException as error:
        vars(error)["message"] = safe(error.message)  # the same complaint, which click calls final
        raise


@click.group(
    cls=_Guarded,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="joint-working", message="%(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """A guided interview that helps small voluntary organisations agree how to work together.

    Without a command it opens the start screen. It is not legal advice, and it is not made or
    endorsed by NCVO.
    """
    if context.invoked_subcommand is None:
        from interview.doors import open_start

        sys.exit(open_start())


@cli.command()
@click.argument("folder", type=_FILE, required=False)
@click.option(
    "--depth", type=click.Choice(["short", "quick", "full"]), default="quick", show_default=True
)
@click.option("--minutes", type=click.IntRange(1, 24 * 60), help="How long you have.")
@click.option("--title", default="", help="What the work together is called.")
@_BANK
@_PLAIN
def new(
    folder: Path | None,
    depth: Depth,
    minutes: int | None,
    title: str,
    bank: Path | None,
    plain: bool,
) -> None:
    """Start a new agreement in FOLDER (by default in your Documents)."""
    from interview.doors import open_new

    name = title or (folder.resolve().name if folder else "Our agreement")
    sys.exit(open_new(folder, name, depth, _bank(bank), minutes or 0, plain=plain))


@cli.command("open")
@click.argument("file", type=_FILE)
@_BANK
@_PLAIN
def open_(file: Path, bank: Path | None, plain: bool) -> None:
    """Take the agreement in FILE up again."""
    from interview.doors import open_file

    sys.exit(open_file(file, _bank(bank), plain=plain))


@cli.command()
@click.argument("answers", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, help="Where to write agreement.toml.")
@_BANK
def draft(answers: Path, output: Path, bank: Path | None) -> None:
    """Make agreement.toml from a file of ANSWERS, without asking anything."""
    import secrets

    from interview import atomic
    from interview.answers_file import BadAnswers, play
    from interview.workspace import now
    from outputs import toml

    if output.exists():
        _stop(f"{output} is there already. Choose another name, or move it.", UNREADABLE)
    try:
        session = play(answers, _bank(bank), now, secrets.token_hex(4))
    except BadAnswers as error:
        _stop(str(error), PROBLEMS)
    except OSError as error:
        _cannot_read(answers, error)
    try:
        atomic.write(output, toml.write(session.agreement()).encode())
    except OSError as error:
        _cannot_write(output, error)
    _say(f"Written: {output}")


@cli.command()
@click.argument("file", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@_BANK
def check(file: Path, as_json: bool, bank: Path | None) -> None:
    """List what the agreement in FILE still lacks. Exit status 1 if anything."""
    from interview.gaps import gaps
    from interview.stop_signs import HEADING, in_full

    session, noticed = _session(file, bank)
    found = gaps(session)
    signs = [(sign.title, *in_full(session.bank, sign)) for sign in session.stop_signs()]
    if as_json:
        import json

        listed = [{"question": g.question, "code": g.code, "ask": g.ask} for g in found]
        told = {"gaps": listed, "noticed": noticed, "ask_before_you_sign": signs}
        _say(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for line in noticed:
            _say(f"Noticed: {line}")
        for gap in found:
            _say(f"{gap.code:>3}  {gap.ask}")
        count = "Nothing is missing." if not found else f"{len(found)} things to look at."
        _say(count if len(found) != 1 else "One thing to look at.")
        for n, (title, *said) in enumerate(signs):
            _say(f"\n{title}." if n else f"\n{HEADING}\n\n{title}.")
            _say("\n".join(said))
    sys.exit(PROBLEMS if found or noticed else 0)


@cli.command()
@click.argument("file", type=_FILE)
@click.option("--to", "formats", required=True, help="With commas between: docx,pdf,html,md,ics")
@click.option("--for", "whom", help="A partner’s own copy, with a page for its committee; or all.")
@click.option("--contacts", is_flag=True, help="A sheet of whom to ring, to fill in by hand.")
@click.option("-o", "--output", type=_FILE, help="A folder (by default that of FILE).")
def export(file: Path, formats: str, whom: str | None, contacts: bool, output: Path | None) -> None:
    """Make documents from the agreement in FILE. They need no questions, and change nothing.

    A format that this computer cannot make is named, and the others still come. Exit status 3 then.
    """
    from interview import exporting
    from outputs.formats import FORMATS

    wanted = [name.strip() for name in formats.split(",") if name.strip()]
    if unknown := [name for name in wanted if name not in FORMATS]:
        raise click.UsageError(f"There is no format {unknown[0]}; use {', '.join(FORMATS)}.")
    agreement = _agreement(file)
    folder = output or file.parent
    partners = _partners(agreement, whom) if whom else []
    code = DONE
    for name in wanted:
        try:
            if not whom and not contacts:
                code = max(code, _said(exporting.export(agreement, FORMATS[name], folder)))
            if contacts and FORMATS[name].is_document:
                code = max(code, _said(exporting.contacts(agreement, FORMATS[name], folder)))
            for partner in partners if FORMATS[name].is_document else ():
                made = exporting.take_home(agreement, partner, folder, (name,))
                code = max(code, _said(made))
        except OSError as error:
            _cannot_write(folder, error)
    sys.exit(code)


def _partners(agreement: Agreement, whom: str) -> list[Partner]:
    """The partner of that id or name; or all of them."""
    named = [
        p
        for p in agreement.present
        if whom in ("all", p.id) or whom.casefold() in (p.name.casefold(), p.short.casefold())
    ]
    if not named:
        ids = ", ".join(p.id for p in agreement.present)
        raise click.UsageError(f"There is no partner {whom}; use all, or one of {ids or 'none'}.")
    return named


def _said(made: Written) -> int:
    """Say where a file lies, and what is to be known of it; the exit status it makes."""
    if made.path is not None:
        _say(f"Written: {made.path}")
    for note in made.notes:
        _say(note, err=True)
    return DONE if made.path is not None else UNREADABLE


@cli.command()
@click.option("-o", "--output", type=_FILE, required=True, help="worksheet.docx, .pdf, .html, .md")
@click.option(
    "--depth", type=click.Choice(["short", "quick", "full"]), default="quick", show_default=True
)
@_BANK
def worksheet(output: Path, depth: Depth, bank: Path | None) -> None:
    """Write the questions on paper, to send out before the meeting, with what to bring."""
    from interview import atomic
    from interview.worksheet import worksheet as make
    from interview.workspace import now
    from outputs.formats import FORMATS
    from outputs.rendered import CannotWrite

    format = next(
        (f for f in FORMATS.values() if f.is_document and f.suffix == output.suffix.lower()), None
    )
    if format is None:
        suffixes = ", ".join(f.suffix for f in FORMATS.values() if f.is_document)
        raise click.UsageError(f"The name of the file ends in one of {suffixes}.")
    try:
        made = format.rendered(make(_bank(bank), depth, now()))
        _say(f"Written: {atomic.write_new(output, made.data)}")
    except CannotWrite as error:
        _say(str(error), err=True)
        sys.exit(UNREADABLE)
    except OSError as error:
        _cannot_write(output, error)


@cli.command()
def schema() -> None:
    """Print the JSON Schema of agreement.toml."""
    import json

    from outputs.schema import schema as make

    _say(json.dumps(make(), ensure_ascii=False, indent=2))


@cli.group()
def bank() -> None:
    """For people who write questions."""


@bank.command("check")
@click.argument("path", type=_FILE)
@click.option("--worst", is_flag=True, help="Show the sentences that are hardest to read.")
def bank_check(path: Path, worst: bool) -> None:
    """Check the bank of questions in the folder PATH. Exit status 1 if anything is wrong.

    A bank is first read; then its words are looked through, and many made-up groups walk it.
    """
    from interview.bank_check import look
    from questions.problems import Problem

    wrong = False
    for found in look(*_bank_and_files(path), worst=worst):
        wrong = wrong or isinstance(found, Problem)
        _say(str(found), err=isinstance(found, Problem))
    sys.exit(PROBLEMS if wrong else 0)


def _bank(path: Path | None) -> Bank:
    return _bank_and_files(path)[0]


def _bank_and_files(path: Path | None) -> tuple[Bank, dict[str, str]]:
    from questions.load import bundled, load_with_files
    from questions.problems import BadBank

    if path is not None and not path.is_dir():
        _stop(f"There is no folder {path}. A bank is a folder with bank.toml in it.", UNREADABLE)
    try:
        return load_with_files(path or bundled())
    except BadBank as error:
        _stop(str(error), PROBLEMS)


def _agreement(file: Path) -> Agreement:
    from interview.workspace import CannotOpen, load
    from outputs.problems import BadAgreement

    try:
        return load(file)
    except CannotOpen as error:
        _stop(str(error), UNREADABLE)
    except BadAgreement as error:
        _stop(f"{file} cannot be read as an agreement. It was not changed.\n{error}", UNREADABLE)


def _session(file: Path, bank: Path | None) -> tuple[Session, list[str]]:
    from interview.reopen import reopen
    from interview.session import Session
    from interview.workspace import now

    questions = _bank(bank)
    reopened = reopen(_agreement(file), questions)
    return Session(questions, reopened.record, now, reopened.at), list(reopened.noticed)


def _cannot_read(path: Path, error: OSError) -> NoReturn:
    from interview.atomic import reason

    if isinstance(error, FileNotFoundError):
        _stop(f"There is no file {path}. Please check its name.", UNREADABLE)
    _stop(f"{path} cannot be read: {reason(error)}.", UNREADABLE)


def _cannot_write(path: Path, error: OSError) -> NoReturn:
    from interview.atomic import reason

    _stop(f"{path} cannot be written: {reason(error)}.", UNREADABLE)


def _say(text: str, *, err: bool = False) -> None:
    """Print a text; places on the disk may be called anything, so it passes the gate."""
    from questions.text import safe

    click.echo(safe(text), err=err)


def _stop(message: str, code: int) -> NoReturn:
    _say(message, err=True)
    sys.exit(code)
