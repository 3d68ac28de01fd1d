/// Writes a JSON array whose elements arrive one by one, each on a line of its own; nothing is kept.
package struct JSONArrayWriter {
    private var output: ChunkedWriter
    private var isEmpty = true

    package init(output: ChunkedWriter) { self.output = output }

    /// Adds an element.
    package mutating func add(_ element: some Encodable) throws {
        var bytes = Array((isEmpty ? "[\n" : ",\n").utf8)
        isEmpty = false
        try JSONValue(encoding: element).append(to: &bytes)
        output.add(bytes)
        try output.endRecord()
    }

    /// Closes the array and writes out what is still held back.
    package mutating func finish() throws {
        output.add(isEmpty ? "[]\n" : "\n]\n")
        try output.flush()
    }
}
