"""Runs the blocks of README.md and then of codegen/GUIDE.md, as a new user would, in a copy of what git would commit.

A block after `<!-- file: PATH -->` becomes that file, one after `<!-- line of: PATH -->` replaces the line with the same key,
one after `<!-- excerpt of: PATH -->` must be in that file, and each block of `sh` is run as one script. The guide continues in
the copy that the README leaves. A block after `<!-- in place -->` changes nothing: it runs in the repository itself, with which
the steps of CI share what it builds.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DOCUMENTS = ["README.md", "codegen/GUIDE.md"]
BLOCK = re.compile(r"(?:<!-- (?P<what>file|line of|excerpt of|in place)(?:: (?P<file>\S+))? -->\n)?```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)


def main() -> None:
    root = pathlib.Path(__file__).resolve().parent.parent
    # A script may leave a server, which ends with this process.
    os.setpgrp()
    try:
        follow_all(root)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.killpg(0, signal.SIGTERM)


def follow_all(root: pathlib.Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clone = pathlib.Path(folder) / "tinsmith"
        copy(root, clone)
        for document in DOCUMENTS:
            for block in BLOCK.finditer((root / document).read_text()):
                follow(document, block, root if block["what"] == "in place" else clone)
            print(f"{document}: every command succeeded")


def copy(root: pathlib.Path, clone: pathlib.Path) -> None:
    """Copies tracked and new files, so that a change is tested before it is committed."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=root, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (root / name).is_file() or (root / name).is_symlink():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, clone / name, follow_symlinks=False)


def follow(document: str, block: re.Match[str], folder: pathlib.Path) -> None:
    text = block["text"]
    if block["what"] == "line of":
        replace_line(document, folder / block["file"], text)
    elif block["what"] == "excerpt of":
        if text not in (folder / block["file"]).read_text():
            sys.exit(f"{document}: {block['file']} does not contain the excerpt:\n{text}")
    elif block["file"]:
        path = folder / block["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    elif block["language"] == "sh":
        print(f"{document}:\n{text}", flush=True)
        start = time.monotonic()
        subprocess.run(["bash", "-exuc", text], cwd=folder, check=True)
        print(f"({time.monotonic() - start:.0f} s)", flush=True)
    elif block["language"] == "rust":
        sys.exit(f"{document}: a block of Rust without a file name, which nothing would compile")


def replace_line(document: str, path: pathlib.Path, line: str) -> None:
    """Replaces the line that has the same key."""
    key = line.split("=")[0]
    lines = path.read_text().splitlines(keepends=True)
    places = [at for at, old in enumerate(lines) if old.startswith(key)]
    if len(places) != 1:
        sys.exit(f"{document}: {path.name} has {len(places)} lines that start with `{key}`")
    lines[places[0]] = line
    path.write_text("".join(lines))


if __name__ == "__main__":
    main()
