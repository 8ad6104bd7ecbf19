"""Does what README.md tells a newcomer to do, in a copy of what git would commit."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"(?:<!-- (?P<what>file|line of): (?P<file>\S+) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)


def main() -> None:
    root = pathlib.Path(__file__).resolve().parent.parent
    readme = (root / "README.md").read_text()
    with tempfile.TemporaryDirectory() as folder:
        clone = pathlib.Path(folder) / "tinsmith"
        copy(root, clone)
        for block in BLOCK.finditer(readme):
            follow(block, clone)
    print("README: every command succeeded")


def copy(root: pathlib.Path, clone: pathlib.Path) -> None:
    """Copies tracked and new files, so that a change is tested before it is committed."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=root, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if (root / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, clone / name)


def follow(block: re.Match[str], clone: pathlib.Path) -> None:
    text = block["text"]
    if block["what"] == "line of":
        replace_line(clone / block["file"], text)
    elif block["file"]:
        path = clone / block["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    elif block["language"] == "sh":
        for command in text.splitlines():
            print(f"README: {command}", flush=True)
            subprocess.run(["bash", "-euc", command], cwd=clone, check=True)
    elif block["language"] == "rust":
        sys.exit("README: a block of Rust names no file, so nothing would compile it")


def replace_line(path: pathlib.Path, line: str) -> None:
    """Puts a line in the place of the one that has the same key."""
    key = line.split("=")[0]
    lines = path.read_text().splitlines(keepends=True)
    places = [at for at, old in enumerate(lines) if old.startswith(key)]
    if len(places) != 1:
        sys.exit(f"README: {path.name} has {len(places)} lines that start with `{key}`")
    lines[places[0]] = line
    path.write_text("".join(lines))


if __name__ == "__main__":
    main()
