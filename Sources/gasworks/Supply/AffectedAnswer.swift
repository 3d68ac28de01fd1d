import Archive
import GasService
import Presentation

/// The households below a node.
struct AffectedAnswer: Encodable, Sendable {
    let nodeID: NodeID
    let kind: SupplyNodeKind
    let name: String
    let households: Int
    /// How many must be told in person or by telephone.
    let specialCare: Int
    /// Households by class.
    let byClass: [String: Int]
    let list: [Row]

    struct Row: Encodable, Sendable {
        let accountNo: AccountNumber
        let district: DistrictID
        let customerClass: CustomerClass
        let address: String
        let unit: String?
        let supplyNode: NodeID
        let specialCare: Bool
    }

    private enum CodingKeys: String, CodingKey {
        case nodeID = "node_id"
        case kind
        case name
        case households
        case specialCare
        case byClass
        case list
    }

    init(node: SupplyNode, households: [AffectedHousehold]) {
        (nodeID, kind, name) = (node.node, node.kind, node.name)
        self.households = households.count
        specialCare = households.count(where: \.needsSpecialCare)
        byClass = Dictionary(grouping: households, by: \.customerClass.rawValue).mapValues(\.count)
        list = households.map {
            Row(
                accountNo: $0.account, district: $0.district, customerClass: $0.customerClass, address: $0.address,
                unit: $0.unit, supplyNode: $0.node, specialCare: $0.needsSpecialCare)
        }
    }

    /// The total in a sentence.
    var summary: Phrase { .affected(households: households, specialCare: specialCare) }

    static let listing = Listing<Row>([
        Column("account_no", .account) { .text($0.accountNo.text) },
        Column("district", .district) { .text($0.district.text) },
        Column("customer_class", .customerClass) { .phrase(Phrase($0.customerClass)) },
        Column("address", .address, isFlexible: true) { .text($0.address) },
        Column("unit", .unit) { .optional($0.unit) },
        Column("supply_node", .supplyNode) { .text($0.supplyNode.text) },
        Column("special_care", .specialCare) { .phrase(.answer($0.specialCare)) },
    ])
}
