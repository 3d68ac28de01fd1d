"""Results of the peers, kept in a file so that a rerun of ours need not run them again."""

import csv
import pathlib
from typing import NamedTuple


class Run(NamedTuple):
    """What makes a run comparable: who solved what, for how long by which clock, from which seed."""

    solver: str
    instance: str
    seconds: str
    clock: str
    seed: str


class Result(NamedTuple):
    """What a run gave: the checked objective (empty when it found none) and the processor seconds it used."""

    objective: str
    used: str
    version: str


class Results:
    """A table on disk, one line for each run, written as soon as the run has ended."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.known = {}
        if self.path.exists():
            with open(self.path) as file:
                for row in csv.reader(file):
                    if row[0] != "solver":
                        self.known[Run(*row[:5])] = Result(*row[5:])

    def get(self, run):
        return self.known.get(run)

    def add(self, run, result):
        self.known[run] = result
        is_new = not self.path.exists()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with open(self.path, "a") as file:
            writer = csv.writer(file, lineterminator="\n")
            if is_new:
                writer.writerow(Run._fields + Result._fields)
            writer.writerow(run + result)
