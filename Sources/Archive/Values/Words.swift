public import GasService
public import PostgresClient

// Words of the trade travel as `text`, in the spelling of the schema's CHECKs.

extension CustomerClass: PostgresRepresentable {}
extension VisitResult: PostgresRepresentable {}
extension SlotKind: PostgresRepresentable {}
extension SupplyNodeKind: PostgresRepresentable {}
extension IntervalKind: PostgresRepresentable {}
extension ObligationBasis: PostgresRepresentable {}
extension NoticeChannel: PostgresRepresentable {}
extension NoticePurpose: PostgresRepresentable {}
extension FaultSeverity: PostgresRepresentable {}
extension FaultScope: PostgresRepresentable {}
extension FaultEvent.HandlingBasis: PostgresRepresentable {}
extension FaultEvent.RepairProof: PostgresRepresentable {}
