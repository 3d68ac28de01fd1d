import Foundation
import GasService
import NoticeGateways
import Presentation

extension GatewayFile {
    /// The file that is named, else that of `$GASWORKS_GATEWAYS`.
    ///
    /// - Throws: `GasworksError.usage` when none is named; what is wrong with the file.
    static func named(_ path: String?) throws(GasworksError) -> GatewayFile {
        let environment = ProcessInfo.processInfo.environment
        guard let path = path ?? environment["GASWORKS_GATEWAYS"] else {
            throw .usage(reason: NoticeHelp.noGateways.spoken)
        }
        return try GatewayFile(path: path, environment: environment)
    }
}
