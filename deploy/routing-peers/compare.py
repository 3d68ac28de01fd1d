"""Runs gasworks and its peers on instances, one after the other, and prints objectives, gaps and ratios."""

import argparse
import csv
import pathlib
import statistics

from instance import Instance
from solvers import SOLVERS

HOME = pathlib.Path(__file__).parent.parent / "routing-instances"
SETS = {
    "smoke": ["solomon/R105.txt", "solomon/RC207.txt", "homberger/r1_2_1.txt", "prize/R1_10_1.vrp"],
    "solomon": ["solomon/*.txt"],
    "homberger200": ["homberger/*_2_*.txt"],
    "homberger400": ["homberger/*_4_*.txt"],
    "homberger1000": ["homberger/*_10_*.txt"],
    "prize": ["prize/*.vrp"],
    "multidepot": ["multidepot/*.vrp"],
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


def objective(instance, solver, options):
    """The checked objective in the unit of best_known.csv, or None."""
    if solver in ("ortools", "vroom") and not instance.is_standard:
        return None
    routes, _ = SOLVERS[solver](instance, options)
    if routes is None:
        return None
    cost = instance.check(routes)
    return cost if instance.path.suffix == ".vrp" else cost / instance.scale


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gasworks", required=True)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--peers", default="pyvrp,ortools,vroom")
    parser.add_argument("--processor-time", action="store_true")
    parser.add_argument("instances", nargs="*")
    options = parser.parse_args()

    known = best_known()
    solvers = ["gasworks", *filter(None, options.peers.split(","))]
    gaps = {solver: [] for solver in solvers}
    print(f"{'instance':<18}{'best known':>12}", *(f"{s:>12}{'gap %':>7}" for s in solvers), f"{'ours/theirs':>12}")
    for path in files(options.instances):
        instance = Instance(path)
        key = f"{path.parent.name}/{instance.name}" if path.suffix == ".vrp" else instance.name
        best = known.get(key)
        costs = {solver: objective(instance, solver, options) for solver in solvers}
        cells = []
        for solver, cost in costs.items():
            gap = None if cost is None or best is None else 100 * (cost / best - 1)
            if gap is not None:
                gaps[solver].append(gap)
            cells.append(f"{'-' if cost is None else f'{cost:.1f}':>12}{'-' if gap is None else f'{gap:.2f}':>7}")
        theirs = [cost for solver, cost in costs.items() if solver != "gasworks" and cost is not None]
        ratio = f"{costs['gasworks'] / min(theirs):.4f}" if theirs and costs["gasworks"] else "-"
        print(f"{key:<18}{best or '-':>12}", *cells, f"{ratio:>12}", flush=True)
    means = (f"{'':>12}{statistics.mean(gaps[s]):>7.2f}" if gaps[s] else f"{'':>19}" for s in solvers)
    print(f"{'mean gap':<18}{'':>12}", *means)


if __name__ == "__main__":
    main()
