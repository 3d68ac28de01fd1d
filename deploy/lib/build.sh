# Sourced by what builds the programs that people run.

# Builds products for use: optimised, with Swift's runtime inside. Such a program starts in half the time (`gasworks route
# show` costs what psql costs), and runs on a machine without Swift.
build_products() {
    local product
    for product in "$@"; do
        # The linker warns of a function that Foundation holds and nobody here calls.
        swift build -c release --static-swift-stdlib --product "$product" --quiet \
            2> >(grep --invert-match "the use of \`mktemp' is dangerous" >&2)
    done
}

# The folder of the products.
products_path() { swift build -c release --static-swift-stdlib --show-bin-path; }
