"""Each solver as a function of (instance, options) that returns routes [(depot, customers)] and processor seconds.

The peers are imported only when they are asked for: without them the rest still runs.
"""

import importlib.metadata
import resource
import subprocess
import time

PACKAGES = {"pyvrp": "pyvrp", "ortools": "ortools", "vroom": "pyvroom"}


def version(solver):
    return importlib.metadata.version(PACKAGES[solver]) if solver in PACKAGES else ""


def gasworks(instance, options):
    limit = "--processor-seconds" if options.processor_time else "--seconds"
    command = [options.gasworks, "route", "solve", instance.path, limit, options.seconds, "--seed", options.seed]
    command += ["--threads", options.threads, "--rounding", instance.rounding]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    text = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    routes = []
    for line in text.splitlines():
        if line.startswith("Route #"):
            number, customers = line.removeprefix("Route #").split(":")
            depot = instance.vehicle_depots[int(number) - 1]
            routes.append((depot, [int(customer) for customer in customers.split()]))
    return routes, used


def pyvrp(instance, options):
    import numpy
    import pyvrp as solver
    from pyvrp.stop import MaxRuntime

    class ProcessorTime:
        """Stops after so many seconds of processor."""

        def __init__(self):
            self.began = time.process_time()

        def __call__(self, _best_cost):
            return time.process_time() - self.began > options.seconds

    model = solver.Model()
    places = [model.add_location(x=x, y=y) for x, y in instance.xy]
    depots = {}
    for depot in instance.depots:
        early, late = instance.window[depot]
        depots[depot] = model.add_depot(places[depot], tw_early=early, tw_late=late)
    for depot in sorted(set(instance.vehicle_depots)):
        early, late = instance.window[depot]
        limit = {} if instance.max_duration is None else {"shift_duration": instance.max_duration}
        model.add_vehicle_type(
            num_available=instance.vehicle_depots.count(depot), capacity=instance.capacity,
            start_depot=depots[depot], end_depot=depots[depot], tw_early=early, tw_late=late, **limit)
    customers = [place for place in range(len(places)) if place not in depots]
    for customer in customers:
        prize = instance.prize[customer]
        early, late = instance.window[customer]
        model.add_client(
            places[customer], delivery=instance.demand[customer], tw_early=early, tw_late=late,
            service_duration=instance.service[customer], prize=prize, required=prize == 0)
    lengths = numpy.array(instance.distance)
    data = model.data().replace(distance_matrices=[lengths], duration_matrices=[lengths])
    began = time.process_time()
    stop = ProcessorTime() if options.processor_time else MaxRuntime(options.seconds)
    result = solver.solve(data, stop, seed=options.seed, display=False)
    used = time.process_time() - began
    if not result.is_feasible():
        return None, used
    routes = []
    for route in result.best.routes():
        depot = instance.depots[route.start_depot()]
        visits = [customers[activity.idx] for activity in route if activity.is_client()]
        routes.append((depot, visits))
    return routes, used


def ortools(instance, options):
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    size, horizon = len(instance.xy), instance.window[0][1]
    manager = pywrapcp.RoutingIndexManager(size, instance.vehicles, 0)
    routing = pywrapcp.RoutingModel(manager)
    routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitMatrix(instance.distance))
    steps = [[metres + service for metres in row] for row, service in zip(instance.distance, instance.service)]
    routing.AddDimension(routing.RegisterTransitMatrix(steps), horizon, horizon, False, "time")
    loads = routing.RegisterUnaryTransitVector(instance.demand)
    routing.AddDimension(loads, 0, instance.capacity, True, "load")
    clock = routing.GetDimensionOrDie("time")
    for customer in range(1, size):
        early, late = instance.window[customer]
        clock.CumulVar(manager.NodeToIndex(customer)).SetRange(early, late)
    query = pywrapcp.DefaultRoutingSearchParameters()
    query.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    query.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    # Its own limit is wall time; with processor time that is only the end of all patience.
    patience = 10 if options.processor_time else 1
    query.time_limit.FromMilliseconds(int(options.seconds * patience * 1000))
    began = time.process_time()
    if options.processor_time:
        spent = routing.solver().CustomLimit(lambda: time.process_time() - began > options.seconds)
        routing.AddSearchMonitor(spent)
    solution = routing.SolveWithParameters(query)
    used = time.process_time() - began
    if not solution:
        return None, used
    routes = []
    for vehicle in range(instance.vehicles):
        index, customers = routing.Start(vehicle), []
        while not routing.IsEnd(index):
            if node := manager.IndexToNode(index):
                customers.append(node)
            index = solution.Value(routing.NextVar(index))
        routes.append((0, customers))
    return routes, used


def vroom(instance, options):
    """VROOM has no binding limit of time: it runs at its highest exploration level and stops by itself."""
    import numpy
    import vroom as solver

    problem = solver.Input()
    problem.set_durations_matrix("car", numpy.array(instance.distance, numpy.uint32))
    early, late = instance.window[0]
    for number in range(instance.vehicles):
        problem.add_vehicle(
            solver.Vehicle(number + 1, start=0, end=0, capacity=[instance.capacity], time_window=[early, late]))
    for customer in range(1, len(instance.xy)):
        window = solver.TimeWindow(*instance.window[customer])
        problem.add_job(
            solver.Job(
                customer, location=customer, default_service=instance.service[customer],
                delivery=[instance.demand[customer]], time_windows=[window]))
    began = time.process_time()
    solution = problem.solve(exploration_level=5, nb_threads=1)
    used = time.process_time() - began
    if solution.summary.unassigned:
        return None, used
    jobs = solution.routes[solution.routes["type"] == "job"]
    return [(0, [int(job) for job in group["id"]]) for _, group in jobs.groupby("vehicle_id")], used


SOLVERS = {"gasworks": gasworks, "pyvrp": pyvrp, "ortools": ortools, "vroom": vroom}
