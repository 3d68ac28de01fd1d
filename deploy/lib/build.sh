# Sourced by what builds the programs that people run.

# Builds products for use: optimised, with Swift's runtime inside. Such a program starts in half the time (`gasworks route
# show` costs what psql costs), and runs on a machine without Swift.
build_products() {
    local product
    for product in "$@"; do
        # The linker warns of a function that Foundation holds and nobody here calls.
        swift build -c release --static-swift-stdlib --product "$product" --quiet 2>&1 |
            { grep --invert-match "the use of \`mktemp' is dangerous" >&2 || true; }
        if [[ "$product" == gasworks ]]; then demand_time_zones "$(products_path)/gasworks"; fi
    done
}

# Refuses a program that knows no time zones: Foundation has been seen to lose them when it was linked statically in part.
# Asked to make a database where there is none, a good one answers 69, out of reach, and a bad one 64, no such zone.
demand_time_zones() {
    local gasworks="$1" status=0
    "$gasworks" db init --time-zone Europe/Helsinki --database 'postgresql:///?host=/nonexistent' 2> /dev/null || status=$?
    if [[ "$status" != 69 ]]; then echo "$gasworks knows no time zones; build it without --static-swift-stdlib" >&2 && return 70; fi
}

# The folder of the products.
products_path() { swift build -c release --static-swift-stdlib --show-bin-path; }

# Builds `gasworks-courier` and puts a link to it beside the others in folder $1. It needs Swift's runtime where it runs, for
# Foundation's client cannot be linked statically without libcurl's development files; and a folder of its own to be built in,
# for builds with and without the runtime inside do not mix.
build_courier() {
    local folder="$1" scratch=.build/courier
    swift build -c release --product gasworks-courier --scratch-path "$scratch" --quiet
    ln --symbolic --force "$(swift build -c release --scratch-path "$scratch" --show-bin-path)/gasworks-courier" "$folder/"
}

# Builds `gasworks-callback`, a package of its own with dependencies of its own, and puts a link to it beside the others in
# folder $1; what follows goes to `swift build`.
build_callback() {
    local folder="$1" && shift
    swift build --package-path deploy/callback --quiet "$@"
    ln --symbolic --force "$(swift build --package-path deploy/callback --show-bin-path "$@")/gasworks-callback" "$folder/"
}
