"""Measures the build against a bare MkDocs with Material on the same Markdown, and how it grows with the number of cases.

Our side: check, all pages, lists, relations and data files, counted at the end; no PDFs, no search index. The bare
side: Material as it comes with its search, the same Markdown files, only the start page in the navigation. Both are
built alternately, each time from nothing; of each the run with the least CPU time counts, which other work on the
machine has disturbed least.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from bench_cases import write_contents
from bench_measure import Budget, Run, german, measure, table, verdict

ROOT = Path(__file__).resolve().parent.parent
BARE_RATIO = 1.3
RUNS, GROWN_RUNS = 3, 2
GROWTH = 4
GROWTH_RATIO = 4.4


def main() -> int:
    """Measure and print; 0 within the budgets, 1 beyond."""
    parser = argparse.ArgumentParser(prog="scripts/bench build", description="Misst den Bau der Website.")
    parser.add_argument("count", nargs="?", type=int, default=1000, metavar="N", help="Zahl der Fälle (sonst 1000)")
    parser.add_argument("--no-growth", action="store_true", help=f"ohne die Messung mit {GROWTH} × N")
    parser.add_argument("--keep", type=Path, metavar="ORDNER", help="Arbeitsordner behalten, um Ergebnisse anzusehen")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="praxis-bench-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        return _compare(folder, options.count, growth=not options.no_growth)


def _compare(folder: Path, count: int, *, growth: bool) -> int:
    ours = prepare(folder / f"praxis-{count}", count)
    bare = _prepare_bare(folder / f"nackt-{count}", ours)
    builders = {f"nackt, {count} Fälle": (_build_bare, bare), f"Praxis, {count} Fälle": (build_site, ours)}
    runs = _least(builders, RUNS)
    sites = [bare / "site", ours / "site"]
    plain, own = runs.values()
    budgets = [Budget("CPU-Zeit gegenüber nackt", own.cpu / plain.cpu, BARE_RATIO, "-fach")]
    if growth:
        large = prepare(folder / f"praxis-{GROWTH * count}", GROWTH * count)
        runs |= _least({f"Praxis, {GROWTH * count} Fälle": (build_site, large)}, GROWN_RUNS)
        grown = runs[f"Praxis, {GROWTH * count} Fälle"]
        sites.append(large / "site")
        budgets.append(Budget(f"CPU-Zeit bei {GROWTH} × N", grown.cpu / own.cpu, GROWTH_RATIO, "-fach"))
    rows = [_row(name, run, site) for (name, run), site in zip(runs.items(), sites, strict=True)]
    print(table(("Bau", "CPU s", "Zeit s", "Speicher MB", "Seiten", "MB", "Bytes je Seite"), rows))
    return verdict(budgets)


def _least(builders: Mapping[str, tuple[Callable[[Path], Run], Path]], times: int) -> dict[str, Run]:
    """Of each builder the run with the least CPU time; all take turns, and each builds into no site."""
    least: dict[str, Run] = {}
    for _ in range(times):
        for name, (build, folder) in builders.items():
            shutil.rmtree(folder / "site", ignore_errors=True)
            run = build(folder)
            least[name] = min(run, least.get(name, run), key=lambda each: each.cpu)
    return least


def _row(name: str, run: Run, site: Path) -> tuple[str, ...]:
    pages = sum(1 for _ in site.rglob("*.html"))
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    figures = (run.cpu, run.wall, run.memory)
    return (name, *map(german, figures), str(pages), german(size / 1e6), str(size // max(pages, 1)))


def prepare(folder: Path, count: int) -> Path:
    """Contents and configuration of our side."""
    write_contents(folder, count)
    shutil.copyfile(ROOT / "docs" / "index.md", folder / "docs" / "index.md")
    shutil.copytree(ROOT / "docs" / "mitmachen", folder / "docs" / "mitmachen", dirs_exist_ok=True)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"]["custom_dir"] = str(ROOT / config["theme"]["custom_dir"])
    config["extra"]["search_index"] = False
    config["hooks"] = [str(ROOT / hook) for hook in config["hooks"]]
    _write_config(folder, config)
    return folder


def _prepare_bare(folder: Path, ours: Path) -> Path:
    """The same Markdown for a MkDocs with nothing of ours."""
    shutil.copytree(ours / "docs", folder / "docs", ignore=shutil.ignore_patterns("vokabular"))
    _write_config(
        folder,
        {
            "site_name": "Vergleich",
            "site_url": "https://praxis.example/",
            "use_directory_urls": False,
            "theme": {"name": "material", "language": "de"},
            "plugins": ["search"],
            "nav": [{"Start": "index.md"}],
            "validation": {"nav": {"omitted_files": "ignore"}, "links": {"not_found": "ignore"}},
        },
    )
    return folder


def _write_config(folder: Path, config: Mapping[str, Any]) -> None:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")


def build_site(folder: Path) -> Run:
    """Our build of a prepared folder into its ``site``, measured."""
    script = str(ROOT / "scripts" / "build.py")
    command = [sys.executable, script, "--no-bundle", "--no-pdf", "--root", str(folder), "--out", str(folder / "site")]
    return measure(command, folder)


def _build_bare(folder: Path) -> Run:
    return measure([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")], folder)


if __name__ == "__main__":
    raise SystemExit(main())
