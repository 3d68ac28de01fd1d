#!/usr/bin/env bash
# Installs the Debian 12 packages that Gasworks needs and this machine lacks. Where none is missing it changes nothing, and
# needs neither root nor a network.
#
# Run it (`bash deploy/lib/packages.sh`), or source it and call install_missing_packages.
set -euo pipefail

# What Gasworks stands on.
gasworks_packages=(
    postgresql-15  # the server of the embedded cluster, with psql
    libpq-dev      # the client library and its headers
    libsqlite3-dev # the journal on a crew's device
    tzdata         # the utility's time zone
    openssl        # certificates for the tests of encrypted connections
)

# What the Swift toolchain takes for granted.
toolchain_packages=(
    binutils libc6-dev libgcc-12-dev libstdc++-12-dev # to link
    libcurl4 libxml2 libedit2 libncurses6 zlib1g-dev  # to run the compiler and the package manager
    pkg-config                                        # to find libpq
    git ca-certificates                               # to fetch packages
)

# Prints the packages that are not installed, one a line. A newer PostgreSQL server than 15 serves as well.
missing_packages() {
    local package status
    for package in "${gasworks_packages[@]}" "${toolchain_packages[@]}"; do
        if [[ "$package" == postgresql-15 ]] && compgen -G '/usr/lib/postgresql/1[5-9]/bin/initdb' > /dev/null; then
            continue
        fi
        status="$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2> /dev/null || true)"
        [[ "$status" == installed ]] || echo "$package"
    done
}

# Runs a command as root: as it is, or by sudo.
as_root() {
    if [[ "$(id -u)" -eq 0 ]]; then "$@"; else sudo "$@"; fi
}

install_missing_packages() {
    local missing
    mapfile -t missing < <(missing_packages)
    if [[ "${#missing[@]}" -eq 0 ]]; then return 0; fi

    if [[ "$(id -u)" -ne 0 ]] && ! command -v sudo > /dev/null; then
        echo "Packages are missing and only root can install them:" >&2
        echo "    apt-get install ${missing[*]}" >&2
        return 1
    fi

    echo "Installing ${missing[*]}" >&2
    # Debian would make and start a server of its own, `main`, along with the package. Gasworks has no use for it, so it is
    # told not to, for this once: what the machine does with later packages is its operator's choice.
    local policy=/etc/postgresql-common/createcluster.d/gasworks.conf
    as_root mkdir -p "$(dirname "$policy")"
    echo 'create_main_cluster = false' | as_root tee "$policy" > /dev/null
    local log outcome=0
    log="$(mktemp)"
    {
        as_root apt-get update &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
                -o DPkg::Lock::Timeout=600 "${missing[@]}"
    } > "$log" 2>&1 || outcome=$?
    as_root rm -f "$policy"
    if [[ "$outcome" -ne 0 ]]; then cat "$log" >&2; fi
    rm -f "$log"
    return "$outcome"
}

if [[ "${BASH_SOURCE[0]}" == "$0" ]]; then install_missing_packages; fi
