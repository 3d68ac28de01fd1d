import GasService

/// One gateway's part of the configuration, read member by member; what is wrong is named by its path.
struct GatewaySection: Sendable {
    let file: String
    let name: String
    let value: GatewayJSON
    let secrets: GatewaySecrets

    /// A part of this part; nil when it is not there.
    func part(_ member: String) -> GatewaySection? {
        value.value(at: member).map {
            GatewaySection(file: file, name: "\(name).\(member)", value: $0, secrets: secrets)
        }
    }

    /// The error for a member that is missing or wrong.
    func wrong(_ member: String, _ expected: String) -> GasworksError {
        .badGateway(file: file, key: "\(name).\(member)", expected: expected)
    }

    /// A member that is a text, secrets expanded; nil when it is not there.
    func text(_ member: String) throws(GasworksError) -> String? {
        guard let found = value.value(at: member) else { return nil }
        guard case .text(let text) = found else { throw wrong(member, "header_text") }
        return try expanded(text, member)
    }

    /// A text with its secrets in it.
    func expanded(_ text: String, _ member: String) throws(GasworksError) -> String {
        try secrets.expanded(text, file: file, key: "\(name).\(member)")
    }

    /// A member that is a list of HTTP statuses; nil when it is not there.
    func statuses(_ member: String) throws(GasworksError) -> Set<Int>? {
        guard let found = value.value(at: member) else { return nil }
        guard case .list(let items) = found else { throw wrong(member, "http_statuses") }
        var statuses: Set<Int> = []
        for item in items {
            guard let status = item.scalar.flatMap({ Int($0) }), (100...599).contains(status) else {
                throw wrong(member, "http_statuses")
            }
            statuses.insert(status)
        }
        return statuses
    }

    /// A member that is a scalar or a list of scalars; nil when it is not there.
    func words(_ member: String) throws(GasworksError) -> Set<String>? {
        guard let found = value.value(at: member) else { return nil }
        let items = if case .list(let list) = found { list } else { [found] }
        var words: Set<String> = []
        for item in items {
            guard let word = item.scalar else { throw wrong(member, "header_text") }
            words.insert(word)
        }
        return words
    }

    /// A whole number of seconds within bounds, or a default.
    func seconds(_ member: String, standard: Int) throws(GasworksError) -> Int {
        try number(member, in: 1...300, standard: standard, "seconds_1_to_300")
    }

    /// A whole number within bounds, or a default.
    func number(
        _ member: String, in range: ClosedRange<Int>, standard: Int, _ expected: String
    ) throws(GasworksError) -> Int {
        guard let found = value.value(at: member) else { return standard }
        guard let number = found.scalar.flatMap({ Int($0) }), range.contains(number) else {
            throw wrong(member, expected)
        }
        return number
    }
}
