"""Each solver as a function of (instance, options) that returns routes [(depot, customers)] and the seconds used."""

import subprocess
import time

import numpy as np


def gasworks(instance, options):
    limit = "--processor-seconds" if options.processor_time else "--seconds"
    command = [options.gasworks, "route", "solve", instance.path, limit, options.seconds, "--seed", options.seed]
    command += ["--threads", options.threads, "--rounding", instance.rounding]
    began = time.time()
    text = subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True).stdout
    used = time.time() - began
    routes = []
    for line in text.splitlines():
        if line.startswith("Route #"):
            number, customers = line.removeprefix("Route #").split(":")
            depot = instance.vehicle_depots[int(number) - 1]
            routes.append((depot, [int(customer) for customer in customers.split()]))
    return routes, used


def pyvrp(instance, options):
    import pyvrp as solver
    from pyvrp.stop import MaxRuntime

    class ProcessorTime:
        """Stops after so many seconds of processor."""

        def __init__(self):
            self.began = time.process_time()

        def __call__(self, _best_cost):
            return time.process_time() - self.began > options.seconds

    model = solver.Model()
    places = [model.add_location(x=float(x), y=float(y)) for x, y in instance.xy]
    depots = {}
    for depot in instance.depots:
        early, late = map(int, instance.window[depot])
        depots[depot] = model.add_depot(places[depot], tw_early=early, tw_late=late)
    for depot in sorted(set(instance.vehicle_depots)):
        early, late = map(int, instance.window[depot])
        limit = {} if instance.max_duration is None else {"shift_duration": instance.max_duration}
        model.add_vehicle_type(
            num_available=instance.vehicle_depots.count(depot), capacity=instance.capacity,
            start_depot=depots[depot], end_depot=depots[depot], tw_early=early, tw_late=late, **limit)
    customers = [place for place in range(len(places)) if place not in depots]
    for customer in customers:
        prize = int(instance.prize[customer])
        early, late = map(int, instance.window[customer])
        model.add_client(
            places[customer], delivery=int(instance.demand[customer]), tw_early=early, tw_late=late,
            service_duration=int(instance.service[customer]), prize=prize, required=prize == 0)
    for a, origin in enumerate(places):
        for b, destination in enumerate(places):
            if a != b:
                length = int(instance.distance[a, b])
                model.add_edge(origin, destination, length, length)
    data = model.data()
    began = time.time()
    stop = ProcessorTime() if options.processor_time else MaxRuntime(options.seconds)
    result = solver.solve(data, stop, seed=options.seed, display=False)
    used = time.time() - began
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

    size, horizon = len(instance.xy), int(instance.window[0][1])
    manager = pywrapcp.RoutingIndexManager(size, instance.vehicles, 0)
    routing = pywrapcp.RoutingModel(manager)
    routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitMatrix(instance.distance.tolist()))
    steps = (instance.distance + instance.service[:, None]).tolist()
    routing.AddDimension(routing.RegisterTransitMatrix(steps), horizon, horizon, False, "time")
    loads = routing.RegisterUnaryTransitVector(instance.demand.tolist())
    routing.AddDimension(loads, 0, instance.capacity, True, "load")
    clock = routing.GetDimensionOrDie("time")
    for customer in range(1, size):
        early, late = map(int, instance.window[customer])
        clock.CumulVar(manager.NodeToIndex(customer)).SetRange(early, late)
    query = pywrapcp.DefaultRoutingSearchParameters()
    query.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    query.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    query.time_limit.FromMilliseconds(int(options.seconds * 1000))
    began = time.time()
    solution = routing.SolveWithParameters(query)
    used = time.time() - began
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
    import vroom as solver

    problem = solver.Input()
    problem.set_durations_matrix("car", instance.distance.astype(np.uint32))
    early, late = map(int, instance.window[0])
    for number in range(instance.vehicles):
        problem.add_vehicle(
            solver.Vehicle(number + 1, start=0, end=0, capacity=[instance.capacity], time_window=[early, late]))
    for customer in range(1, len(instance.xy)):
        window = solver.TimeWindow(*map(int, instance.window[customer]))
        problem.add_job(
            solver.Job(
                customer, location=customer, default_service=int(instance.service[customer]),
                delivery=[int(instance.demand[customer])], time_windows=[window]))
    began = time.time()
    solution = problem.solve(exploration_level=5, nb_threads=1)
    used = time.time() - began
    if solution.summary.unassigned:
        return None, used
    jobs = solution.routes[solution.routes["type"] == "job"]
    return [(0, [int(job) for job in group["id"]]) for _, group in jobs.groupby("vehicle_id")], used


SOLVERS = {"gasworks": gasworks, "pyvrp": pyvrp, "ortools": ortools, "vroom": vroom}
