/// The texts of the three files that govern a cluster, written anew at each start.
///
/// An operator's own settings belong into `ALTER SYSTEM`, which PostgreSQL reads last.
struct ConfigurationFiles {
    let home: ClusterHome
    let account: ClusterAccount
    let settings: ClusterSettings

    /// Writes the files into `dataDirectory`, each whole or not at all.
    func write(into dataDirectory: String, for binaries: ServerBinaries) throws {
        let files = [
            ("gasworks.conf", server(logCompression: binaries.knowsLZ4 ? "lz4" : "on")),
            ("pg_hba.conf", access), ("pg_ident.conf", identities),
        ]
        for (name, text) in files {
            try account.shell(
                #"cat > "$1.new"; sync "$1.new"; mv -f "$1.new" "$1""#, "\(dataDirectory)/\(name)", input: text)
        }
    }

    /// Who may come in: over the socket, as whom `identities` says; all others are turned away.
    var access: String {
        """
        # Written by gasworks at each start. A connection that no line matches is refused.
        # TYPE  DATABASE     USER      METHOD
        local   all          all       peer map=gasworks
        local   replication  postgres  peer map=gasworks
        \((settings.network?.accessRules ?? []).joined(separator: "\n"))

        """
    }

    /// Which account of this machine may speak as which role; the kernel says which account it is (peer).
    var identities: String {
        var lines = ["# Written by gasworks at each start.", "# MAP  OPERATING SYSTEM ACCOUNT  ROLE"]
        // The caller, the cluster's own account, and root, which could become either of them anyway.
        for name in Set([account.caller.name, account.account.name, "root"]).sorted() {
            for role in [ClusterRole.owner] + ClusterRole.applicationRoles {
                lines.append("gasworks  \"\(name)\"  \(role.rawValue)")
            }
        }
        lines.append("gasworks  \"\(account.account.name)\"  \(ClusterRole.superuser.rawValue)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The server's settings.
    ///
    /// - Parameter logCompression: how whole pages in the write-ahead log are compressed, a value of `wal_compression`.
    /// - Returns: the text of gasworks.conf.
    func server(logCompression: String) -> String {
        """
        # Written by gasworks at each start: change settings by ALTER SYSTEM, which wins over this file.
        cluster_name = '\(home.clusterName)'

        # Reached through the socket below only, by its owner and root only.
        listen_addresses = '\(settings.network?.address ?? "")'
        port = \(settings.portNumber)
        unix_socket_directories = '\(quoted(home.socketDirectory(ownedBy: account.account)))'
        unix_socket_permissions = 0700
        shared_preload_libraries = ''
        max_connections = \(settings.maxConnections)

        # A commit that was answered is on the disk, whatever dies next.
        fsync = \(settings.waitsForDisk ? "on" : "off")
        synchronous_commit = \(settings.waitsForDisk ? "on" : "off")
        full_page_writes = \(settings.waitsForDisk ? "on" : "off")
        wal_level = replica
        wal_compression = \(logCompression)
        max_wal_size = \(settings.maxWriteAheadLog)MB
        checkpoint_timeout = 15min

        shared_buffers = \(settings.sharedBuffers)MB
        work_mem = \(settings.workMemory)MB
        maintenance_work_mem = \(settings.maintenanceMemory)MB
        effective_cache_size = \(settings.effectiveCache)MB
        random_page_cost = 1.1
        jit = off  # queries here are short; compiling them costs more than it gains

        timezone = 'UTC'
        datestyle = 'ISO, YMD'
        lc_messages = 'C.UTF-8'

        # One log for each day of the week, so it never grows for ever.
        logging_collector = on
        log_directory = '\(quoted(home.logDirectory))'
        log_filename = 'server-%a.log'
        log_file_mode = 0600
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] %q%u %d %a '
        log_checkpoints = on
        log_lock_waits = on
        # Households' names and numbers stay out of the log: no parameters, and none of the details that quote a row.
        log_parameter_max_length = 0
        log_error_verbosity = terse

        \(settings.further.joined(separator: "\n"))

        """
    }

    private func quoted(_ path: String) -> String {
        path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    }
}
