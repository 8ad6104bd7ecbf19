"""Does what README.md tells a newcomer to do, in a clean clone: writes the files it shows and runs its commands."""

import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)


def main() -> None:
    root = pathlib.Path(__file__).resolve().parent.parent
    readme = (root / "README.md").read_text()
    with tempfile.TemporaryDirectory() as folder:
        clone = pathlib.Path(folder) / "tinsmith"
        subprocess.run(["git", "clone", "--quiet", str(root), str(clone)], check=True)
        for block in BLOCK.finditer(readme):
            follow(block, clone)
    print("README: every command succeeded")


def follow(block: re.Match[str], clone: pathlib.Path) -> None:
    text = block["text"]
    if block["file"]:
        path = clone / block["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    elif block["language"] == "sh":
        for command in text.splitlines():
            print(f"README: {command}", flush=True)
            subprocess.run(["bash", "-euc", command], cwd=clone, check=True)
    elif block["language"] == "rust":
        sys.exit("README: a block of Rust names no file, so nothing would compile it")


if __name__ == "__main__":
    main()
