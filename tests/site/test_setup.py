"""An empty machine: what is missing is found and asked in one go, once; where that cannot be, one message and no change.

The script is the real one, in a project of its own and with a PATH that holds nothing but what a bare system has. In the
place of apt-get stands a small one that keeps count, and that refuses to be called twice at once, as the real one does.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from helpers import ROOT

BARE = (
    *("bash", "cat", "cp", "cut", "dirname", "env", "flock", "grep", "id", "mkdir", "mktemp", "node", "rm", "rmdir"),
    *("sha256sum", "sleep", "tail", "touch", "true"),
)
LOCKS = ("requirements.lock", "pyproject.toml", "package-lock.json")
NEEDS = ("dot", "chromium", "hunspell")
PACKAGES = "graphviz chromium hunspell hunspell-nl"
APT = """\
#!/bin/bash
state="{state}"
if ! mkdir "$state/bezig" 2>/dev/null; then
  touch "$state/dubbel"
  echo "E: Unable to acquire the dpkg frontend lock, is another process using it?"
  exit 100
fi
trap 'rmdir "$state/bezig"' EXIT
echo "$@" >>"$state/gevraagd"
[ ! -e /proc/self/fd/9 ] || touch "$state/slot-meegekregen"
read -r locked 2>/dev/null <"$state/op-slot" || locked=0
if [ "$locked" -gt 0 ]; then
  echo $((locked - 1)) >"$state/op-slot"
  case "$LC_ALL" in
    C*) echo "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt)" ;;
    *) echo "E: Kon vergrendeling /var/lib/dpkg/lock-frontend niet verkrijgen" ;;
  esac
  exit 100
fi
if [ -e "$state/stuk" ]; then
  cat "$state/stuk"
  exit 100
fi
[ "$3" != update ] || touch "$state/lijsten"
if [ -e "$state/vers" ] && [ ! -e "$state/lijsten" ]; then
  echo "E: Unable to locate package"
  exit 100
fi
sleep 0.3
for package in "$@"; do
  case "$package" in
    graphviz) tool=dot ;;
    chromium | chromium-headless-shell | hunspell) tool=$package ;;
    *) continue ;;
  esac
  [ -e "$state/zonder-$tool" ] || cp "$state/programma" "{programs}/$tool"
done
"""
LOGGED = """\
#!/bin/bash
echo "$@" >>"{log}"
"""


class Machine:
    """A machine with next to nothing on it, and a project that was just put there."""

    def __init__(self, folder: Path) -> None:
        self.state, self.programs = folder / "stand", folder / "bin"
        self.project = folder / "map met één spatie"
        for place in (self.state, self.programs, self.project / "scripts"):
            place.mkdir(parents=True)
        for name, place in {**{name: shutil.which(name) for name in BARE}, "python3": sys.executable}.items():
            (self.programs / name).symlink_to(Path(place).resolve())
        (self.state / "programma").write_text("#!/bin/bash\nread -r _\nexit 0\n", encoding="utf-8")
        (self.state / "programma").chmod(0o755)
        self.program("apt-get", APT.format(state=self.state, programs=self.programs))
        shutil.copy(ROOT / "scripts/setup.sh", self.project / "scripts")
        for name in LOCKS:
            shutil.copy(ROOT / name, self.project)
        self.before = self.stand()

    def program(self, name: str, text: str) -> None:
        """Put a program of our own on the machine."""
        place = self.programs / name
        place.unlink(missing_ok=True)
        place.write_text(text, encoding="utf-8")
        place.chmod(0o755)

    def start(self, *needs: str, user: int | None = None, **environment: str) -> subprocess.Popen:
        """Start the script."""
        return subprocess.Popen(
            [self.project / "scripts/setup.sh", *needs],
            cwd="/",
            env={"PATH": str(self.programs), "HOME": str(self.state), **environment},
            user=user,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *needs: str, **options) -> tuple[int, str, str]:
        """Exit status, and what the script says to both sides."""
        process = self.start(*needs, **options)
        told, cried = process.communicate(timeout=120)
        return process.returncode, told, cried

    def asked(self) -> list[str]:
        """What apt-get was asked, in order."""
        place = self.state / "gevraagd"
        return place.read_text(encoding="utf-8").splitlines() if place.exists() else []

    def stand(self) -> set[Path]:
        """Every file and folder of the project."""
        return set(self.project.rglob("*"))


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_everything_missing_is_asked_in_one_call(machine):
    """One line says what, one call installs it; the next time there is nothing to say or to do."""
    status, told, cried = machine.run(*NEEDS)
    assert (status, cried) == (0, "")
    assert told.count("\n") == 1
    for name in ("Graphviz", "Chromium", "Hunspell", PACKAGES):
        assert name in told
    assert machine.asked() == [f"-y -qq install {PACKAGES}"]
    assert machine.run(*NEEDS) == (0, "", "")
    assert len(machine.asked()) == 1
    assert not (machine.state / "slot-meegekregen").exists()


def test_only_what_is_missing_is_asked(machine):
    """What the machine has already is left alone."""
    machine.program("chromium", "#!/bin/bash\n")
    assert machine.run(*NEEDS)[0] == 0
    assert machine.asked() == ["-y -qq install graphviz hunspell hunspell-nl"]


@pytest.mark.parametrize("fresh", [False, True])
def test_a_browser_without_windows_is_preferred(machine, fresh):
    """Where it is packaged apart: known at once, or on a fresh machine once the lists are there; it is as good as the other."""
    machine.program("apt-cache", f'#!/bin/bash\n[ -e "{machine.state}/lijsten" ]\n')
    (machine.state / ("vers" if fresh else "lijsten")).touch()
    assert machine.run("chromium")[0] == 0
    first = ["-y -qq install chromium", "-y -qq update"] if fresh else []
    assert machine.asked() == [*first, "-y -qq install chromium-headless-shell"]
    assert machine.run("chromium") == (0, "", "")


def test_two_at_once_never_ask_at_the_same_time(machine):
    """Two terminals at the same moment: both are served, one waits and says so, and nothing is asked twice."""
    both = [machine.start("dot", "chromium"), machine.start("dot", "hunspell"), machine.start("dot")]
    told = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0, 0]
    assert not (machine.state / "dubbel").exists()
    assert "Er loopt al een bouw: we wachten tot die klaar is …\n" in "".join(told)
    packages = " ".join(line.removeprefix("-y -qq install ") for line in machine.asked()).split()
    assert sorted(packages) == ["chromium", "graphviz", "hunspell", "hunspell-nl"]


def test_it_waits_for_a_build(machine):
    """Nothing is installed under the hands of a build that is running."""
    (machine.project / "build").mkdir()
    with (machine.project / "build/.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        process = machine.start("dot")
        assert process.stdout.readline() == "Er loopt al een bouw: we wachten tot die klaar is …\n"
        assert machine.asked() == []
    assert process.communicate(timeout=120)[1] == ""
    assert process.returncode == 0
    assert machine.asked() == ["-y -qq install graphviz"]


@pytest.mark.parametrize("language", ["C", "nl_BE.UTF-8"])
def test_a_lock_of_another_program_is_waited_for(machine, language):
    """With one line that says so, in whatever language apt speaks on this machine."""
    (machine.state / "op-slot").write_text("1\n", encoding="utf-8")
    status, told, cried = machine.run("dot", LANG=language)
    assert (status, cried) == (0, "")
    assert told.count("Een ander programma gebruikt apt: we wachten tot het klaar is …") == 1
    assert machine.asked() == ["-y -qq install graphviz"] * 2


def test_a_failure_shows_the_last_words_of_apt(machine):
    """After the lists were made new as well: what apt says, and one message for all that is missing; exit 2."""
    words = [f"regel {number}" for number in range(9)] + ["E: Unable to locate package graphviz"]
    (machine.state / "stuk").write_text("\n".join(words) + "\n", encoding="utf-8")
    status, _, cried = machine.run(*NEEDS)
    assert status == 2
    *last, message = cried.splitlines()
    assert last == words[-5:]
    assert message == (
        "Er ontbreekt iets: Graphviz; Chromium; Hunspell met het Nederlandse woordenboek. Installeer het "
        f"(op Debian of Ubuntu: sudo apt-get install {PACKAGES}) en probeer opnieuw."
    )
    assert machine.asked() == [f"-y -qq install {PACKAGES}", "-y -qq update"]


def test_what_is_missing_after_all_is_named(machine):
    """When apt is content but a program is not there, only that is named."""
    (machine.state / "zonder-chromium").touch()
    status, _, cried = machine.run(*NEEDS)
    assert status == 2
    assert cried == (
        "Er ontbreekt iets: Chromium. Installeer het (op Debian of Ubuntu: sudo apt-get install chromium) "
        "en probeer opnieuw.\n"
    )


def test_without_apt_nothing_is_changed(machine):
    """On another system: one message, exit 2, and the folder as it was."""
    (machine.programs / "apt-get").unlink()
    status, told, cried = machine.run("python", "node", *NEEDS)
    assert (status, told, cried.count("\n")) == (2, "", 1)
    for name in ("Graphviz", "Chromium", "Hunspell"):
        assert name in cried
    assert machine.stand() == machine.before


@pytest.mark.skipif(os.geteuid() != 0, reason="alleen root kan iemand anders worden")
def test_without_root_and_sudo_nothing_is_changed():
    """Somebody who may not install anything, in a folder that is theirs: the same."""
    nobody = 65534
    with tempfile.TemporaryDirectory() as place:
        machine = Machine(Path(place))
        for path in (Path(place), *Path(place).rglob("*")):
            os.chown(path, nobody, nobody, follow_symlinks=False)
        status, told, cried = machine.run("python", "node", *NEEDS, user=nobody)
        assert (status, told, cried.count("\n")) == (2, "", 1)
        assert f"nodejs npm {PACKAGES}) en probeer opnieuw." in cried
        assert machine.stand() == machine.before
        assert machine.asked() == []


def test_an_unknown_need_is_named(machine):
    """A slip in the Makefile is no reason to install half."""
    status, told, cried = machine.run("dot", "cromium")
    assert (status, told, cried) == (2, "", "setup.sh kent ‘cromium’ niet\n")
    assert machine.stand() == machine.before


def test_packages_are_installed_again_when_the_folder_moves(machine):
    """Not each time; yes with another lock file, and in another place, since an environment knows where it stands."""
    log = machine.state / "pip"
    python = machine.project / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(LOGGED.format(log=log), encoding="utf-8")
    python.chmod(0o755)
    counts = []

    def run():
        assert machine.run("python")[0] == 0
        counts.append(log.read_text(encoding="utf-8").count("--require-hashes"))

    run()
    run()
    with (machine.project / "requirements.lock").open("a", encoding="utf-8") as file:
        file.write("# anders\n")
    run()
    machine.project = machine.project.rename(machine.project.with_name("ergens anders"))
    run()
    run()
    assert counts == [1, 1, 2, 3, 3]


PIP = """\
import pathlib, sys
if "-e" in sys.argv:
    link = pathlib.Path(__file__).parents[1] / "_editable_impl_wegwijzer.pth"
    link.write_text(str(pathlib.Path("src").resolve()), encoding="utf-8")
"""
"""What pip does with a package that stays where it is: it writes down where that is."""


@pytest.mark.parametrize("language", ["nl_BE.UTF-8", "C", "C.UTF-8"])
def test_python_starts_in_a_folder_with_an_accent(machine, language):
    """Also where the machine has no letters for that: a language that it does not know, or none at all."""
    environment = machine.project / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    (packages,) = environment.glob("lib/python3*/site-packages")
    (packages / "pip").mkdir()
    (packages / "pip/__main__.py").write_text(PIP, encoding="utf-8")
    (machine.project / "src").mkdir()
    (machine.project / "src/eigen.py").write_text("print('eigen')", encoding="utf-8")
    assert machine.run("python")[0] == 0
    done = subprocess.run(
        [environment / "bin/python", "-c", "import eigen"],
        env={"LC_ALL": language, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "eigen\n"), done.stderr


def test_a_cache_that_cannot_be_written_is_gone_around(machine):
    """The project has a folder for npm then."""
    log = machine.state / "npm"
    machine.program("npm", LOGGED.format(log=log))
    (machine.project / "node_modules").mkdir()
    for cache in (machine.state / "eigen", Path("/proc/geen-map")):
        (machine.project / "node_modules/.ready").unlink(missing_ok=True)
        assert machine.run("node", npm_config_cache=str(cache))[0] == 0
    given = [line.partition("--cache ")[2] for line in log.read_text(encoding="utf-8").splitlines()]
    assert given == [str(machine.state / "eigen"), str(machine.project / "build/npm")]


if sys.platform != "linux":
    pytestmark = pytest.mark.skip(reason="apt is van Debian en Ubuntu")
