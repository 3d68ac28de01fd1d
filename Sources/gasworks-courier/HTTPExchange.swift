import Foundation
import FoundationNetworking
import NoticeGateways
import Synchronization

/// One request, one reply, within a limit of time: Foundation's client with what it lacks for this.
///
/// Left alone it would follow a gateway's redirection and take a web page for an acceptance; collect an answer without
/// end; and let an answer that trickles in run past its time-out (measured: 8 s with a limit of 3). async-http-client does
/// better in the second and costs a newcomer's first build five processor minutes instead of four seconds; the rest would
/// have to be set right there as well. A dropped connection both report at once.
final class HTTPExchange: Sendable {
    private let session: URLSession
    private let receiver: Receiver

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        // As many as `notice deliver --at-once` may ask for.
        configuration.httpMaximumConnectionsPerHost = 256
        configuration.timeoutIntervalForRequest = 3600
        receiver = Receiver()
        session = URLSession(configuration: configuration, delegate: receiver, delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    /// Sends a request and waits for the reply, within the request's limit.
    func reply(to request: HTTPRequest) async -> HTTPReply {
        guard let url = URL(string: request.url) else { return .unreachable }
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method
        for header in request.headers { outgoing.setValue(header.value, forHTTPHeaderField: header.name) }
        outgoing.httpBody = request.body
        let task = session.dataTask(with: outgoing)
        let deadline = Task { [receiver] in
            try await Task.sleep(for: .seconds(request.limit))
            receiver.giveUp(task)
        }
        defer { deadline.cancel() }
        return await withCheckedContinuation { continuation in
            receiver.expect(task, continuation)
            task.resume()
        }
    }
}

/// Gathers what comes in for each request.
private final class Receiver: NSObject, URLSessionDataDelegate, Sendable {
    /// What is kept of an answer; a gateway's is a few hundred bytes.
    private static let largestBody = 65_536

    private struct Open {
        let continuation: CheckedContinuation<HTTPReply, Never>
        var body = Data()
        var isCut = false
        var isLate = false
    }

    private let open = Mutex<[Int: Open]>([:])

    func expect(_ task: URLSessionTask, _ continuation: CheckedContinuation<HTTPReply, Never>) {
        open.withLock { $0[task.taskIdentifier] = Open(continuation: continuation) }
    }

    func giveUp(_ task: URLSessionTask) {
        open.withLock { $0[task.taskIdentifier]?.isLate = true }
        task.cancel()
    }

    /// A redirection is the answer: whoever answers in the gateway's place gets no customer's number from us.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isFull = open.withLock { open -> Bool in
            guard var entry = open[dataTask.taskIdentifier] else { return false }
            let room = Self.largestBody - entry.body.count
            entry.body.append(data.prefix(room))
            entry.isCut = data.count > room
            open[dataTask.taskIdentifier] = entry
            return entry.isCut
        }
        if isFull { dataTask.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let entry = open.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        entry.continuation.resume(returning: Self.reply(entry, task.response as? HTTPURLResponse, error))
    }

    private static func reply(_ entry: Open, _ response: HTTPURLResponse?, _ error: (any Error)?) -> HTTPReply {
        if entry.isLate { return .timedOut }
        if error == nil || entry.isCut, let response {
            let retryAfter = response.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) }
            return .answer(status: response.statusCode, retryAfter: retryAfter, body: entry.body)
        }
        switch (error as? URLError)?.code {
        case .timedOut: return .timedOut
        case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet, .secureConnectionFailed,
            .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateNotYetValid,
            .serverCertificateHasUnknownRoot:
            return .unreachable
        default: return .lost
        }
    }
}
