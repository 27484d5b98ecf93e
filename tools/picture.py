#!/usr/bin/env python3
"""Draws what a command prints on a terminal as an SVG, colours included: tools/picture.py OUT.svg WIDTH COMMAND ARG...

Used for the README: the picture is the program's own output, not a mock-up. Needs python3 and a Unix pseudo-terminal."""
import html, os, pty, re, sys, unicodedata

COLOURS = {30: "#3b4252", 31: "#bf616a", 32: "#a3be8c", 33: "#ebcb8b", 34: "#81a1c1", 35: "#b48ead", 36: "#88c0d0", 37: "#e5e9f0",
           90: "#7b88a1", 91: "#d08770", 92: "#a3be8c", 93: "#ebcb8b", 94: "#81a1c1", 95: "#b48ead", 96: "#8fbcbb", 97: "#eceff4"}
INK, PAPER = "#d8dee9", "#2e3440"
PALETTE = [30, 31, 32, 33, 34, 35, 36, 37, 90, 91, 92, 93, 94, 95, 96, 97]


def capture(width, command):
    out = bytearray()

    def read(fd):
        data = os.read(fd, 65536)
        out.extend(data)
        return data

    os.environ.update(COLUMNS=str(width), TERM="xterm-256color", LC_ALL="C.UTF-8")
    with open(os.devnull, "w") as null:
        saved = os.dup(1)
        os.dup2(null.fileno(), 1)
        try:
            pty.spawn(["sh", "-c", f"stty cols {width} rows 60; exec \"$@\"", "sh", *command], read)
        finally:
            os.dup2(saved, 1)
    return re.sub(r"\x1b[=>]", "", out.decode("utf-8", "replace")).replace("\r\n", "\n").replace("\r", "")


def runs(line):
    """(text, colour, bold, underline) of a line's stretches."""
    colour, bold, under = INK, False, False
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        m = re.fullmatch(r"\x1b\[([0-9;]*)m", part)
        if not m:
            text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", part)
            if text:
                yield text, colour, bold, under
            continue
        codes = [int(c or 0) for c in m.group(1).split(";")]
        while codes:
            c = codes.pop(0)
            if c == 0: colour, bold, under = INK, False, False
            elif c == 1: bold = True
            elif c == 4: under = True
            elif c in COLOURS: colour = COLOURS[c]
            elif c == 38 and codes[:1] == [5]:
                n = codes[1]
                codes = codes[2:]
                colour = COLOURS[PALETTE[n]] if n < 16 else INK
            elif c == 39: colour = INK


def main():
    path, width, command = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    lines = capture(width, command).strip("\n").split("\n")
    w, h = 8.43, 18
    body = []
    y = -1
    for line in lines:
        x, y = 0, y + 1
        for text, colour, bold, under in [(c, *rest) for t, *rest in runs(line) for c in re.findall(r"\S+\s*|\s+", t)]:
            if x + len(text.rstrip()) > width:
                x, y = 0, y + 1   # as a terminal that wraps at words
            style = (' font-weight="bold"' if bold else "") + (' text-decoration="underline"' if under else "")
            body.append(f'<text x="{16 + x * w:.1f}" y="{30 + y * h}" fill="{colour}"{style} xml:space="preserve">{html.escape(text)}</text>')
            x += sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    size = (32 + width * w, 44 + (y + 1) * h)
    with open(path, "w", encoding="utf-8") as f:
        f.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]:.0f}" height="{size[1]}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">\n'
                f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>\n' + "\n".join(body) + "\n</svg>\n")


main()
