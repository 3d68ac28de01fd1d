/// Names of streets, enough for a district each once.
enum StreetNames {
    private static let roots = [
        "Linden", "Harbour", "Mill", "Station", "Church", "Garden", "Copper", "Weaver", "Canal", "Orchard", "Granite",
        "Lantern", "Meadow", "Foundry", "Amber", "Juniper", "Observatory", "Market", "Spring", "Tannery", "Alder",
        "Beacon", "Cooper", "Dairy", "Elder", "Ferry", "Glass", "Hazel", "Ivy", "Kiln", "Larch", "Maple",
    ]
    private static let kinds = ["Street", "Lane", "Road", "Avenue", "Row", "Square"]

    /// The name of a district's street by its number; beyond the 192 names it carries a number.
    static func name(_ number: Int) -> String {
        let root = roots[number % roots.count]
        let kind = kinds[(number / roots.count + number) % kinds.count]
        let round = number / (roots.count * kinds.count)
        return round == 0 ? "\(root) \(kind)" : "\(root) \(kind) \(round + 1)"
    }
}
