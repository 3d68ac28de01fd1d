import Foundation
import HTTPTypes
import HelperWire
import Hummingbird
import NIOCore

/// Takes a request within its limits and hands it on.
struct ReceiptResponder: HTTPResponder {
    let terms: CallbackTerms
    let desk: Desk

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        guard request.method == .post else {
            return Response(status: .methodNotAllowed, headers: [.allow: "POST", .connection: "close"])
        }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > terms.largestBody {
            return Self.tooLarge
        }
        guard let body = try await collected(request.body) else {
            return Response(status: .requestTimeout, headers: [.connection: "close"])
        }
        guard body.readableBytes <= terms.largestBody else { return Self.tooLarge }
        let headers = Dictionary(grouping: request.headers, by: \.name.canonicalName).mapValues { $0.map(\.value) }
        let answer = await desk.answer(
            request.uri.path, headers: headers, body: Data(body.readableBytesView), under: terms)
        var response = Response(status: HTTPResponse.Status(code: answer.status))
        if let seconds = answer.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    private static let tooLarge = Response(status: .contentTooLarge, headers: [.connection: "close"])

    /// The body, or what of it exceeds the limit by a little; nil when it does not come in time.
    private func collected(_ body: RequestBody) async throws -> ByteBuffer? {
        try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask {
                var whole = ByteBuffer()
                for try await var piece in body {
                    whole.writeBuffer(&piece)
                    if whole.readableBytes > terms.largestBody { break }
                }
                return whole
            }
            group.addTask {
                try await Task.sleep(for: .seconds(terms.limit))
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }
}
