/// What a document may at most be, so that none exhausts memory or a stack further down.
enum Limits {
  /// Collections within collections; real documents have up to 34.
  static let depth = 512
  /// Bytes in a document: offsets have 32 bits.
  static let bytes = Int(Int32.max)
  /// Nodes once every alias is replaced with what it stands for. Stages that walk a document walk an
  /// anchored node once for each alias, and aliases of aliases multiply.
  static let expandedNodes = 10_000_000
}
