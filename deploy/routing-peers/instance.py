"""A routing instance as the peers and the checker read it: integers, in tenths (DIMACS) or thousandths."""

import collections
import math
import pathlib


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
        self.distance = [[self._distance(here, there) for there in self.xy] for here in self.xy]

    def _distance(self, here, there):
        length = math.hypot(here[0] - there[0], here[1] - there[1]) * self.scale
        return round(length) if self.rounding == "exact" else int(length + 1e-9)

    @property
    def is_standard(self):
        """Whether there is one depot and every customer must be served."""
        return len(self.depots) == 1 and not any(self.prize)

    def _read_solomon(self):
        lines = [line.split() for line in self.path.read_text().splitlines() if line.strip()]
        heading = next(i for i, line in enumerate(lines) if line[0] == "NUMBER")
        self.vehicles, self.capacity = map(int, lines[heading + 1][:2])
        rows = [list(map(float, line)) for line in lines[heading + 2 :] if line[0].isdigit()]
        self.xy = [row[1:3] for row in rows]
        self.demand = [int(row[3]) for row in rows]
        self.window = [[self._units(time) for time in row[4:6]] for row in rows]
        self.service = [self._units(row[6]) for row in rows]
        self.prize = [0] * len(rows)
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

        self.xy = [row[1:3] for row in sections["NODE_COORD_SECTION"]]
        self.vehicles = int(headers["VEHICLES"])
        self.capacity = int(headers["CAPACITY"])

        def column(name, default=0.0):
            rows = sections.get(name)
            return [row[1] for row in rows] if rows else [default] * len(self.xy)

        self.demand = [int(demand) for demand in column("DEMAND_SECTION")]
        self.window = [[self._units(time) for time in row[1:3]] for row in sections["TIME_WINDOW_SECTION"]]
        service = column("SERVICE_TIME_SECTION", float(headers.get("SERVICE_TIME", 0)))
        self.service = [self._units(time) for time in service]
        self.prize = [self._units(prize) for prize in column("PRIZE_SECTION")]
        self.depots = [int(row[0]) - 1 for row in sections["DEPOT_SECTION"] if row[0] > 0]
        for depot in self.depots:
            self.service[depot] = 0
        owners = sections.get("VEHICLES_DEPOT_SECTION")
        self.vehicle_depots = [int(row[1]) - 1 for row in owners] if owners else [self.depots[0]] * self.vehicles
        limit = headers.get("VEHICLES_MAX_DURATION")
        self.max_duration = round(float(limit) * self.scale) if limit else None

    def _units(self, number):
        return int(number * self.scale)

    def check(self, routes):
        """The objective of routes [(depot, customers)], in the instance's integers; raises when a rule is broken."""
        seen, cost = set(), 0
        used = collections.Counter(depot for depot, customers in routes if customers)
        assert all(count <= self.vehicle_depots.count(depot) for depot, count in used.items()), "fleet"
        for depot, customers in routes:
            if not customers:
                continue
            assert sum(self.demand[customer] for customer in customers) <= self.capacity, "capacity"
            assert not seen.intersection(customers), "a customer served twice"
            seen.update(customers)
            stops = [depot, *customers, depot]
            cost += sum(self.distance[a][b] for a, b in zip(stops, stops[1:]))
            self._drive(depot, stops)
        left_out = set(range(len(self.xy))) - set(self.depots) - seen
        assert all(self.prize[customer] > 0 for customer in left_out), "a customer left out"
        return cost + sum(self.prize[customer] for customer in left_out)

    def _drive(self, depot, stops):
        """Drives a route, leaving as late as it can without finishing later."""
        time, slack, waited = self.window[depot][0], math.inf, 0
        for before, here in zip(stops, stops[1:]):
            arrival = time + self.service[before] + self.distance[before][here]
            time = max(arrival, self.window[here][0])
            waited += time - arrival
            assert time <= self.window[here][1], "time window"
            # The route may begin so much later without finishing later (Savelsbergh 1992).
            slack = min(slack, waited + self.window[here][1] - time)
        duration = time - self.window[depot][0] - min(slack, waited)
        assert self.max_duration is None or duration <= self.max_duration, "duration"
