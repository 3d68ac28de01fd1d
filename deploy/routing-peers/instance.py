"""A routing instance as the peers and the checker read it: integers, in tenths (DIMACS) or thousandths."""

import math
import pathlib

import numpy as np


class Instance:
    """Depots and customers with demands, windows, services, prizes and distances, all scaled to integers."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.name = self.path.stem
        # As PyVRP reports its multi-depot benchmarks: three decimals, rounded; all others truncated to one.
        self.rounding = "exact" if self.path.parent.name == "multidepot" else "dimacs"
        self.scale = 1000 if self.rounding == "exact" else 10
        if self.path.suffix == ".vrp":
            self._read_vrplib()
        else:
            self._read_solomon()
        deltas = self.xy[:, None] - self.xy[None]
        lengths = np.sqrt((deltas**2).sum(-1)) * self.scale
        rounded = np.rint(lengths) if self.rounding == "exact" else np.floor(lengths + 1e-9)
        self.distance = rounded.astype(np.int64)

    @property
    def is_standard(self):
        """Whether there is one depot and every customer must be served."""
        return len(self.depots) == 1 and not self.prize.any()

    def _read_solomon(self):
        lines = [line.split() for line in self.path.read_text().splitlines() if line.strip()]
        heading = next(i for i, line in enumerate(lines) if line[0] == "NUMBER")
        self.vehicles, self.capacity = map(int, lines[heading + 1][:2])
        rows = np.array([list(map(float, line)) for line in lines[heading + 2 :] if line[0].isdigit()])
        self.xy = rows[:, 1:3]
        self.demand = rows[:, 3].astype(int)
        self.window = (rows[:, 4:6] * self.scale).astype(int)
        self.service = (rows[:, 6] * self.scale).astype(int)
        self.prize = np.zeros(len(rows), int)
        self.depots = [0]
        self.vehicle_depots = [0] * self.vehicles
        self.max_duration = None

    def _read_vrplib(self):
        headers, sections, section = {}, {}, None
        for line in self.path.read_text().splitlines():
            words = line.split()
            if not words or words[0] == "EOF":
                continue
            if words[0].endswith("_SECTION"):
                section = sections.setdefault(words[0], [])
            elif ":" in line and section is None:
                key, value = line.split(":", 1)
                headers[key.strip()] = value.strip()
            else:
                section.append([float(word) for word in words])

        def column(name, index, default=0.0):
            rows = sections.get(name)
            return np.array([row[index] for row in rows]) if rows else np.full(len(self.xy), default)

        self.xy = np.array([row[1:3] for row in sections["NODE_COORD_SECTION"]])
        self.vehicles = int(headers["VEHICLES"])
        self.capacity = int(headers["CAPACITY"])
        self.demand = column("DEMAND_SECTION", 1).astype(int)
        self.window = np.stack([column("TIME_WINDOW_SECTION", i) for i in (1, 2)], -1)
        self.window = (self.window * self.scale).astype(int)
        service = column("SERVICE_TIME_SECTION", 1, float(headers.get("SERVICE_TIME", 0)))
        self.service = (service * self.scale).astype(int)
        self.prize = (column("PRIZE_SECTION", 1) * self.scale).astype(int)
        self.depots = [int(row[0]) - 1 for row in sections["DEPOT_SECTION"] if row[0] > 0]
        self.service[self.depots] = 0
        owners = sections.get("VEHICLES_DEPOT_SECTION")
        self.vehicle_depots = [int(row[1]) - 1 for row in owners] if owners else [self.depots[0]] * self.vehicles
        limit = headers.get("VEHICLES_MAX_DURATION")
        self.max_duration = round(float(limit) * self.scale) if limit else None

    def check(self, routes):
        """The objective of routes [(depot, customers)], in the instance's integers; raises when a rule is broken."""
        seen, cost = set(), 0
        for depot, customers in routes:
            if not customers:
                continue
            assert self.demand[customers].sum() <= self.capacity, "capacity"
            assert not seen.intersection(customers), "a customer served twice"
            seen.update(customers)
            stops = [depot, *customers, depot]
            cost += sum(self.distance[a, b] for a, b in zip(stops, stops[1:]))
            self._drive(depot, stops)
        left_out = set(range(len(self.xy))) - set(self.depots) - seen
        assert all(self.prize[customer] > 0 for customer in left_out), "a customer left out"
        return int(cost + sum(self.prize[customer] for customer in left_out))

    def _drive(self, depot, stops):
        """Drives a route, leaving as late as it can without finishing later."""
        time, slack, waited = int(self.window[depot][0]), math.inf, 0
        for before, here in zip(stops, stops[1:]):
            arrival = time + int(self.service[before]) + int(self.distance[before, here])
            time = max(arrival, int(self.window[here][0]))
            waited += time - arrival
            assert time <= self.window[here][1], "time window"
            # The route may begin so much later without finishing later (Savelsbergh 1992).
            slack = min(slack, waited + int(self.window[here][1]) - time)
        duration = time - int(self.window[depot][0]) - min(slack, waited)
        assert self.max_duration is None or duration <= self.max_duration, "duration"
