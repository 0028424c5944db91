/// Texts like those that a server sends and gets.
enum Texts {
  /// Runs.
  static func runs(_ count: Int) -> [[UInt8]] {
    (0..<count).map { index in
      """
      {"run_id":"\(identifier(index))","thread_id":"\(identifier(index / 7))",\
      "assistant_id":"\(identifier(3))","created_at":"2025-03-04T12:\(digits(index / 60 % 60)):\
      \(digits(index % 60)).\(100_000 + index)+00:00",\
      "updated_at":"2025-03-04T13:\(digits(index / 60 % 60)):\(digits(index % 60)).5Z",\
      "status":"\(["pending", "success", "error", "interrupted"][index % 4])",\
      "metadata":{"source":"api","attempt":\(index % 3),"tags":["a","b \\"quoted\\""],"parent":null},\
      "kwargs":{"input":{"messages":[{"role":"user","content":"What is the weather in city \(index), \
      and what will it be like there tomorrow?"}]},"config":{"recursion_limit":25,"configurable":\
      {"temperature":0.\(index % 10 + 1),"thread_id":"\(identifier(index / 7))"}},"stream":true},\
      "multitask_strategy":"\(["reject", "enqueue"][index % 2])"}
      """
    }.map { Array($0.utf8) }
  }

  /// Requests to cancel runs, of both kinds.
  static func bodies(_ count: Int) -> [[UInt8]] {
    (0..<count).map { index in
      index % 2 == 0
        ? #"{"status":"\#(["pending", "running", "all"][index % 3])"}"#
        : """
        {"thread_id":"\(identifier(index))","run_ids":["\(identifier(index + 1))",\
        "\(identifier(index + 2))","\(identifier(index + 3))"]}
        """
    }.map { Array($0.utf8) }
  }

  /// A list of values.
  static func list(_ texts: [[UInt8]]) -> [UInt8] {
    Array("[".utf8) + texts.joined(separator: Array(",\n".utf8)) + Array("]".utf8)
  }

  private static func identifier(_ index: Int) -> String {
    let digits = String(UInt64(index) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
    let tail = String((String(repeating: "0", count: 16) + digits).suffix(12))
    return "8a0c9e5e-1d2f-4b3a-9c4d-\(tail)"
  }

  private static func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
