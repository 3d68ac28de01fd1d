import Presentation

/// Lets global options stand before the command: `gasworks --lang zh db status`.
///
/// The parser wants a command's options behind its name, so what stands in front is moved to the end, or before a `--`.
enum ArgumentOrder {
    static let options: Set<String> = ["--database", "--format", "--lang", "--now", "--operator"]

    /// The arguments with leading global options moved behind the command.
    static func normalized(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var leading: [String] = []
        while let first = rest.first {
            if options.contains(first), rest.count >= 2 {
                leading += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if let equals = first.firstIndex(of: "="), options.contains(String(first[..<equals])) {
                leading.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard !leading.isEmpty else { return arguments }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return rest[..<end] + leading + rest[end...]
    }

    /// The arguments without the choice of a language that there is: it holds already, and `help`, which takes no options,
    /// need not know of it.
    static func withoutLanguage(_ arguments: [String]) -> [String] {
        var kept: [String] = []
        var rest = arguments[...]
        while let first = rest.popFirst(), first != "--" {
            if first == "--lang", let value = rest.first, Language(rawValue: value) != nil {
                rest = rest.dropFirst()
            } else if !first.hasPrefix("--lang=") || Language(rawValue: String(first.dropFirst(7))) == nil {
                kept.append(first)
            }
        }
        return kept + arguments.dropFirst(arguments.firstIndex(of: "--") ?? arguments.count)
    }

    /// The last value given for an option, for use when the arguments cannot be parsed.
    static func value(of option: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated().reversed() {
            if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
            if argument == option, index + 1 < arguments.count { return arguments[index + 1] }
        }
        return nil
    }
}
