/// Names of properties as the command contract spells keys.
enum SnakeCase {
    /// `accountNumber` becomes `account_number`, `sqlState` `sql_state`, `crewID` `crew_id`, `isOK` `is_ok`; a name that
    /// is written so already stays.
    static func name(_ camel: String) -> String {
        let characters = Array(camel)
        var result = ""
        for (index, character) in characters.enumerated() {
            guard character.isUppercase else {
                result.append(character)
                continue
            }
            let follows = index > 0 && characters[index - 1] != "_"
            let startsWord =
                follows
                && (!characters[index - 1].isUppercase
                    || (index + 1 < characters.count && characters[index + 1].isLowercase))
            if startsWord { result += "_" }
            result += character.lowercased()
        }
        return result
    }
}
