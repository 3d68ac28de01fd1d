import GasService

/// Reads an instant that a test wrote itself; a slip of the pen shows as the year 1970.
func instant(_ text: String) -> Instant { Instant(text) ?? Instant(microseconds: 0) }

/// Reads a time of day that a test wrote itself; a slip of the pen shows as midnight.
func time(_ text: String) -> LocalMinute { LocalMinute(text) ?? .startOfDay }

/// A zone that a test names; UTC, in which none of these tests passes, when the machine lacks it.
func zone(_ name: String) -> UtilityTimeZone { UtilityTimeZone(name) ?? .utc }
