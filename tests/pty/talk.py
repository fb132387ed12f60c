# SPDX-License-Identifier: EUPL-1.2
"""Talking to a command on a pseudo-terminal: for the tests in this folder."""
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

BIN = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/bin")
TODAY = "2026-06-01"
PATIENCE = 20  # seconds for one question; much more than it takes
results = []


def ok(good, name, why=""):
    results.append(bool(good))
    print(("ok " if good else "not ok ") + str(len(results)) + " - " + name)
    if not good and why:
        print("\n".join("# " + line for line in str(why).splitlines()[-30:]))


def finish():
    """Says how many there were; returns the status."""
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


class Talk:
    """A command on a terminal of its own, its standard output on that terminal too or in a file."""

    prompt = r": $"

    def __init__(self, words, language, folder, output=None, columns=80, terminal="dumb"):
        environment = dict(os.environ, LC_ALL=language, G1P_TODAY=TODAY, TERM=terminal)
        for name in ("LANGUAGE", "COLUMNS", "NO_COLOR", "CLICOLOR_FORCE"):
            environment.pop(name, None)
        self.seen = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                # Tests started in the background have it ignored, and what is ignored stays so.
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
                os.chdir(folder)
                if output:
                    os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), 1)
                os.execve(os.path.join(BIN, words[0]), words, environment)
            finally:
                os._exit(127)

    def waits(self):
        """Whether the command waits for an answer: what it says can come in pieces, and a piece can
        look like the end. Where the system does not tell, a moment without more has to do."""
        for _ in range(20):
            try:
                with open(f"/proc/{self.pid}/syscall", encoding="ascii") as file:
                    words = file.read().split()
            except OSError:
                words = []
            if words[:2] == ["0", "0x0"]:  # read, of standard input
                return not select.select([self.fd], [], [], 0)[0]
            if select.select([self.fd], [], [], 0.01)[0]:
                return False
        return True

    def read(self, until):
        """Reads until the pattern is at the end of what was said since the last answer."""
        said = b""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            ready, _, _ = select.select([self.fd], [], [], 0.2)
            if ready:
                try:
                    piece = os.read(self.fd, 65536)
                except OSError as error:
                    if error.errno != errno.EIO:
                        raise
                    piece = b""
                if not piece:
                    break
                said += piece
            if until and re.search(until, said.decode("utf-8", "replace")) and self.waits():
                break
        text = said.decode("utf-8", "replace").replace("\r\n", "\n")
        self.seen += text
        return text

    def question(self):
        return self.read(self.prompt)

    def answer(self, words):
        os.write(self.fd, words.encode() + b"\n")

    def key(self, byte):
        os.write(self.fd, byte)

    def finish(self):
        """Reads the rest; returns the status, or minus the signal."""
        self.read(None)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                os.close(self.fd)
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        return None
