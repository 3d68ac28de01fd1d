"""Runs gasworks and its peers on instances, one after the other, and prints objectives, gaps and ratios."""

import argparse
import csv
import pathlib
import statistics
import sys

from instance import Instance
from results import Result, Results, Run
from solvers import SOLVERS, version

HOME = pathlib.Path(__file__).parent.parent / "routing-instances"
SETS = {
    "smoke": ["solomon/R105.txt", "solomon/RC207.txt", "homberger/r1_2_1.txt", "prize/R1_10_1.vrp"],
    "solomon": ["solomon/*.txt"],
    "homberger200": ["homberger/*_2_*.txt"],
    "homberger400": ["homberger/*_4_*.txt"],
    "homberger1000": ["homberger/*_10_*.txt"],
    "prize": ["prize/*.vrp"],
    "multidepot": ["multidepot/*.vrp"],
    "cityday": ["cityday/*.vrp"],
    "all": ["*/*.txt", "*/*.vrp"],
}


def files(wanted):
    for name in wanted or ["smoke"]:
        if name in SETS:
            for pattern in SETS[name]:
                yield from sorted(HOME.glob(pattern))
        else:
            yield pathlib.Path(name)


def best_known():
    with open(HOME / "best_known.csv") as file:
        return {row["instance"]: float(row["objective"]) for row in csv.DictReader(file)}


def solve(instance, solver, options):
    """Runs a solver and checks what it found."""
    routes, used = SOLVERS[solver](instance, options)
    if routes is None:
        return Result("", f"{used:.1f}", version(solver))
    cost = instance.check(routes)
    shown = cost if instance.path.suffix == ".vrp" else cost / instance.scale
    return Result(str(shown), f"{used:.1f}", version(solver))


def objective(instance, key, solver, options, results):
    """The checked objective in the unit of best_known.csv, or None."""
    if solver in ("ortools", "vroom") and not instance.is_standard:
        return None
    clock = "processor" if options.processor_time else "wall"
    run = Run(solver, key, f"{options.seconds:g}", clock, str(options.seed))
    result = results.get(run) if solver != "gasworks" else None
    if result is None and (solver == "gasworks" or not options.ours):
        result = solve(instance, solver, options)
        if solver != "gasworks":
            results.add(run, result)
    return float(result.objective) if result and result.objective else None


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gasworks", required=True)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--peers", default="pyvrp,ortools,vroom")
    parser.add_argument("--processor-time", action="store_true")
    parser.add_argument("--results", required=True)
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--theirs", action="store_true")
    parser.add_argument("instances", nargs="*")
    return parser.parse_args()


def row(key, best, costs, gaps):
    """One line of the table; adds to the lists of gaps."""
    cells = []
    for solver, cost in costs.items():
        gap = None if cost is None or best is None else 100 * (cost / best - 1)
        if gap is not None:
            gaps[solver].append(gap)
        cells.append(f"{'-' if cost is None else f'{cost:.1f}':>12}{'-' if gap is None else f'{gap:.2f}':>7}")
    theirs = [cost for solver, cost in costs.items() if solver != "gasworks" and cost is not None]
    ours = costs.get("gasworks")
    ratio = f"{ours / min(theirs):.4f}" if theirs and ours else "-"
    return " ".join([f"{key:<18}{best or '-':>12}", *cells, f"{ratio:>12}"])


def main():
    options = arguments()
    known = best_known()
    results = Results(options.results)
    solvers = [*([] if options.theirs else ["gasworks"]), *filter(None, options.peers.split(","))]
    gaps = {solver: [] for solver in solvers}
    print(f"{'instance':<18}{'best known':>12}", *(f"{s:>12}{'gap %':>7}" for s in solvers), f"{'ours/theirs':>12}")
    for path in files(options.instances):
        instance = Instance(path)
        key = f"{path.parent.name}/{instance.name}" if path.suffix == ".vrp" else instance.name
        costs = {solver: objective(instance, key, solver, options, results) for solver in solvers}
        print(row(key, known.get(key), costs, gaps), flush=True)
    means = (f"{'':>12}{statistics.mean(gaps[s]):>7.2f}" if gaps[s] else f"{'':>19}" for s in solvers)
    print(f"{'mean gap':<18}{'':>12}", *means)


if __name__ == "__main__":
    sys.exit(main())
